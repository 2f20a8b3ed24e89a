"""Machines and stores that are rented from others, by their names; and the words of who wants none of them."""

NO_CLOUD = (
    r"\b(?:no|not (?:in|on) (?:the|a|any)|without (?:the|a|any)|never (?:in|on) (?:the|a)) (?:public )?cloud\b(?! (?:sync|save|backup|account))"
    r"|\bcloud (?:is |hosting is |services are )?(?:not allowed|forbidden|ruled out|prohibited)\b"
)
RENTED = (
    r"\b(?:aws|amazon web services|azure|gcp|google cloud|vercel|netlify|heroku|fly\.io|cloudflare workers|digitalocean|railway|supabase|firebase|firestore"
    r"|dynamodb|bigquery|snowflake|cloudfront|cloud run|app engine|eks|gke|aks|fargate|ec2|ovhcloud|scaleway|linode|pythonanywhere|mongodb atlas)\b"
)
