"""Packages that so many projects use that a name almost like theirs is more likely a mistake or a trap than another package."""

import sys
from collections.abc import Mapping

_PYTHON = """
aiohttp alembic anyio argon2-cffi asyncpg attrs autopep8 babel bandit bcrypt beautifulsoup4 black boto3 botocore cachetools
celery certifi cffi chardet charset-normalizer click cloudpickle colorama coverage cryptography cython dask datasets django
django-environ djangorestframework docker docutils dulwich elasticsearch faker fastapi filelock flake8 flask flask-cors
flask-login flask-sqlalchemy fonttools fsspec gevent gitpython google-api-python-client google-auth google-cloud-storage
greenlet grpcio gunicorn h11 httpcore httptools httpx hypothesis idna importlib-metadata iniconfig invoke ipython isort
itsdangerous jinja2 jmespath joblib jsonschema jupyter kombu langchain loguru lxml mako markdown markdown-it-py markupsafe
marshmallow matplotlib mccabe mock more-itertools msgpack multidict mypy mypy-extensions mysqlclient networkx nltk nox numpy
oauthlib openai opencv-python openpyxl orjson packaging pandas paramiko passlib pathspec pika pillow pip pip-tools platformdirs
playwright pluggy poetry polars pre-commit prometheus-client prompt-toolkit protobuf psutil psycopg psycopg2 psycopg2-binary
pyarrow pyasn1 pycparser pydantic pydantic-core pydantic-settings pygments pyjwt pylint pymongo pymysql pynacl pyopenssl
pyparsing pytest pytest-asyncio pytest-cov pytest-django pytest-mock pytest-xdist python-dateutil python-dotenv
python-multipart python-slugify pytz pyyaml rapidfuzz redis regex requests requests-oauthlib rich rsa ruamel-yaml ruff
s3transfer scikit-learn scipy scrapy seaborn selenium sentry-sdk setuptools shapely simplejson six sniffio sqlalchemy
sqlmodel sqlparse starlette statsmodels structlog sympy tabulate tenacity tensorflow tiktoken tokenizers toml tomli tomlkit
torch torchvision tornado tox tqdm transformers twine typer types-requests typing-extensions tzdata ujson urllib3 uvicorn
uvloop virtualenv watchdog watchfiles webencodings websocket-client websockets werkzeug wheel wrapt xmltodict yarl zipp
"""
_NPM = """
@angular/core @babel/core @babel/preset-env @nestjs/core @playwright/test @prisma/client @reduxjs/toolkit @tanstack/react-query
@testing-library/react @types/jest @types/node @types/react @typescript-eslint/eslint-plugin @typescript-eslint/parser
@vitejs/plugin-react ajv angular apollo-client async autoprefixer aws-sdk axios babel-jest babel-loader bcrypt bcryptjs bluebird
body-parser bootstrap bull cheerio chai chalk classnames clsx colors commander compression concurrently cookie-parser cors
cross-env cross-spawn css-loader cypress d3 date-fns dayjs debug dotenv ejs electron esbuild eslint eslint-config-prettier
eslint-plugin-import eslint-plugin-react events express express-session express-validator fastify firebase formik framer-motion
fs-extra glob graphql gulp handlebars helmet html-webpack-plugin husky immer inquirer ioredis jest joi jquery jsdom
jsonwebtoken knex koa leaflet lint-staged lodash lodash-es lru-cache luxon marked minimatch minimist mkdirp mocha moment mongodb
mongoose morgan multer mysql mysql2 nanoid next next-auth node-fetch nodemailer nodemon nuxt nyc openai ora passport passport-jwt
path-to-regexp pino postcss preact prettier prisma prop-types puppeteer qs querystring ramda react react-dom react-hook-form
react-native react-query react-redux react-router react-router-dom redis redux request rimraf rollup rxjs sass sass-loader
semver sequelize sharp shelljs sinon socket.io socket.io-client sqlite3 storybook style-loader styled-components stylelint
supertest svelte swr tailwindcss terser three ts-jest ts-loader ts-node tslib tsx turbo typeorm typescript undici uuid validator
vite vitest vue vue-router vuex webpack webpack-cli webpack-dev-server winston ws xml2js yargs yup zod zustand
"""
_GO = """
github.com/aws/aws-sdk-go-v2 github.com/gin-gonic/gin github.com/go-chi/chi/v5 github.com/go-redis/redis
github.com/go-sql-driver/mysql github.com/gofiber/fiber/v2 github.com/golang-jwt/jwt/v5 github.com/google/go-cmp
github.com/google/uuid github.com/gorilla/mux github.com/gorilla/websocket github.com/jackc/pgx/v5 github.com/jmoiron/sqlx
github.com/labstack/echo/v4 github.com/lib/pq github.com/mattn/go-sqlite3 github.com/pkg/errors
github.com/prometheus/client_golang github.com/redis/go-redis/v9 github.com/rs/zerolog github.com/sirupsen/logrus
github.com/spf13/cobra github.com/spf13/viper github.com/stretchr/testify go.uber.org/zap golang.org/x/crypto golang.org/x/net
golang.org/x/sync google.golang.org/grpc google.golang.org/protobuf gopkg.in/yaml.v3 gorm.io/gorm
"""
_RUST = """
actix-web anyhow async-trait axum base64 bincode bitflags bytes cargo-make chrono clap criterion crossbeam diesel dotenvy env_logger
futures hyper indexmap itertools lazy_static libc log nom num once_cell parking_lot proc-macro2 prost quote rand rayon regex
reqwest rocket rusqlite rustls serde serde_json serde_yaml sha2 sqlx syn tempfile thiserror tokio tokio-util toml tonic tower
tracing tracing-subscriber uuid warp
"""
_RUBY = """
activerecord activesupport aws-sdk-s3 bcrypt bootsnap bundler byebug capybara devise dotenv factory_bot_rails faker faraday
jbuilder jwt kaminari mysql2 nokogiri pg puma pundit rack rails rake redis rest-client rspec rspec-rails rubocop sass-rails
sidekiq simplecov sinatra sqlite3 turbo-rails webmock
"""

KNOWN: Mapping[str, frozenset[str]] = {
    "python": frozenset(_PYTHON.split()),
    "npm": frozenset(_NPM.split()),
    "go": frozenset(_GO.split()),
    "rust": frozenset(_RUST.split()),
    "ruby": frozenset(_RUBY.split()),
}
# What comes with the language, so that a package of that name is somebody else's.
BUILT_IN: Mapping[str, frozenset[str]] = {
    # Backports that are meant to be named like the module.
    "python": frozenset(sys.stdlib_module_names) - {"dataclasses", "typing", "contextvars"},
    "npm": frozenset(
        (
            "assert", "buffer", "child_process", "cluster", "crypto", "dgram", "dns", "fs", "http", "http2", "https", "module", "net",
            "os", "path", "perf_hooks", "process", "readline", "stream", "timers", "tls", "tty", "url", "util", "v8", "vm", "zlib",
        )
    ),
}  # fmt: skip


def lookalike(name: str, ecosystem: str, present: frozenset[str]) -> str | None:
    """The package that `name` could be taken for: a well-known one or one that is `present`; None for a name of its own."""
    known = KNOWN.get(ecosystem, frozenset())
    if name in known:
        return None
    candidates = sorted(known | (present - {name}))
    mine = _skeleton(name)
    for other in candidates:
        theirs = _skeleton(other)
        if mine == theirs or (len(mine) >= 5 and len(theirs) >= 4 and _is_one_slip(mine, theirs)):
            return other
    cores = {_skeleton(core) for core in _cores(name)}
    return next((other for other in candidates if len(other) >= 4 and _skeleton(other) in cores), None)


def _skeleton(name: str) -> str:
    """The name as somebody reads it who is in a hurry."""
    bare = "".join(char for char in name.lower() if char not in "-_./@")
    return bare.replace("0", "o").replace("1", "l").replace("rn", "m").replace("vv", "w")


def _cores(name: str) -> tuple[str, ...]:
    """`requests` of `python-requests` and `requests-py`, `express` of `express-js`, `bar/foo` of `foo/bar`."""
    affixes = ("python", "py", "python3", "js", "node", "nodejs", "go", "rs", "rb", "lib", "official")
    parts = name.replace("_", "-").split("-")
    first, _, rest = name.rpartition("/")
    return (
        *(("-".join(parts[1:]),) if parts[0] in affixes else ()),
        *(("-".join(parts[:-1]),) if parts[-1] in affixes else ()),
        *((f"{rest}/{first}",) if first else ()),
    )


def _is_one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or another, or two that changed places, make one of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
