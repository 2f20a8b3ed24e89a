// The least an App can be: it hears every comment, does nothing, and keeps nothing.
export default (app) => {
  app.on("issue_comment.created", async () => {});
};
