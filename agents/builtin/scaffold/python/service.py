"""The files of a Python service that needs nothing but the standard library: requests in, answers out, one health check."""

EXCHANGE = '''\
"""What a caller asks and what the service answers, as values."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """One call: the path without its query, and the JSON body (None when there is none)."""

    method: str
    path: str
    body: object = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and the JSON that goes with it."""

    status: int
    body: object


# A handler answers the requests it knows and returns None for all others.
Handler = Callable[[Request], Answer | None]
'''

API = '''\
"""Every module in this folder serves one resource: its `resource()` returns a handler."""

import importlib
import pkgutil

from «package».exchange import Handler


def resources() -> tuple[Handler, ...]:
    """A fresh handler for each module here, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").resource() for name in names)
'''

SERVICE = '''\
"""Serves «product_comment» over HTTP."""

import json
import sys
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from «package» import __version__, health
from «package».api import resources
from «package».exchange import Answer, Handler, Request

LONGEST_BODY = 1024 * 1024


def answer(request: Request, *, handlers: Sequence[Handler]) -> Answer:
    """The health report, or what the first handler that knows the path says; otherwise 404."""
    if request.path == "/health":
        report = health.check(health.CHECKS)
        body = {"status": "ok" if report.ok else "failing", "version": __version__}
        return Answer(200 if report.ok else 503, body | {"problems": dict(report.problems)})
    for handle in handlers:
        found = handle(request)
        if found is not None:
            return found
    return Answer(404, {"error": "There is nothing at this path."})


def server(host: str, port: int) -> ThreadingHTTPServer:
    """A server that is bound but does not run yet; port 0 takes a free one."""
    handlers = resources()

    class Door(BaseHTTPRequestHandler):
        """Reads one request, answers it, and keeps quiet about bodies in the log."""

        def do_GET(self) -> None:
            self._reply(answer(self._request(None), handlers=handlers))

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "0")
            if not length.isdigit():
                self._reply(Answer(400, {"error": "Content-Length must be a number."}))
                return
            if int(length) > LONGEST_BODY:
                self._reply(Answer(413, {"error": f"A body may have {LONGEST_BODY} bytes."}))
                return
            try:
                body = json.loads(self.rfile.read(int(length)))
            except (ValueError, RecursionError):
                self._reply(Answer(400, {"error": "The body must be JSON."}))
                return
            self._reply(answer(self._request(body), handlers=handlers))

        def log_message(self, format: str, *args: object) -> None:
            print(self.address_string(), format % args, file=sys.stderr)

        def _request(self, body: object) -> Request:
            return Request(method=self.command, path=urlsplit(self.path).path, body=body)

        def _reply(self, reply: Answer) -> None:
            content = json.dumps(reply.body, ensure_ascii=False).encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return ThreadingHTTPServer((host, port), Door)
'''

MAIN = '''\
"""Starts the service: `python -m «package» --port 8080`."""

import argparse

from «package» import __version__
from «package».service import server


def main(arguments: list[str] | None = None) -> int:
    """Serves until the process is interrupted."""
    parser = argparse.ArgumentParser(prog="«slug»")
    parser.add_argument("--version", action="version", version=__version__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8080)
    asked = parser.parse_args(arguments)
    with server(asked.host, asked.port) as running:
        print(f"Listening on http://{asked.host}:{running.server_port}/health")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("Stopped.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
'''

TEST_SERVICE = '''\
"""Shows that the service starts, reports its health and refuses what it cannot read."""

import contextlib
import io
import json
import threading
import unittest
import urllib.error
import urllib.request

from «package».exchange import Answer, Request
from «package».service import answer, server


class AnswerTest(unittest.TestCase):
    def test_health_is_reported(self) -> None:
        self.assertEqual(answer(Request("GET", "/health"), handlers=()).status, 200)

    def test_an_unknown_path_is_not_found(self) -> None:
        self.assertEqual(answer(Request("GET", "/nowhere"), handlers=()).status, 404)

    def test_the_first_handler_that_knows_the_path_answers(self) -> None:
        handlers = (lambda _request: None, lambda _request: Answer(200, "second"))
        self.assertEqual(answer(Request("GET", "/thing"), handlers=handlers).body, "second")


class ServerTest(unittest.TestCase):
    def setUp(self) -> None:
        self.enterContext(contextlib.redirect_stderr(io.StringIO()))
        self.server = server("127.0.0.1", 0)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def tearDown(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def test_health_is_served_over_http(self) -> None:
        with urllib.request.urlopen(self.url("/health")) as reply:
            self.assertEqual(json.load(reply)["status"], "ok")

    def test_a_body_that_is_not_json_is_refused(self) -> None:
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(self.url("/thing"), data=b"{")
        self.assertEqual(refused.exception.code, 400)
        refused.exception.close()


if __name__ == "__main__":
    unittest.main()
'''
