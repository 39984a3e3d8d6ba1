"""Has a real WebSub hub and a real subscriber hear of our feeds, by `dateline push`.

    hub.py DATELINE      the program

Flask-WebSub is both: its hub keeps subscriptions in SQLite and asks for Celery, in whose place a
pool of threads stands here. Site, hub and subscriber are one server on this machine; all programs
take it for their proxy, so that each has a name that a configuration may state.
"""

import logging
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import requests
from flask import Flask, Response, abort, request
from werkzeug.serving import make_server

import flask_websub.subscriber as subscribing
from flask_websub.errors import DiscoveryError
from flask_websub.hub import Hub, SQLite3HubStorage
from flask_websub.subscriber import SQLite3SubscriberStorage, SQLite3TempSubscriberStorage, Subscriber, discover

SITE, HUB, READER = "http://news.example.org/", "http://hub.example.org/hub", "http://reader.example.org/"
FEEDS = ["rss.xml", "atom.xml", "feed.json"]
TYPES = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
PATIENCE = 30

CONFIG = f"""title = "Harbour Museum News"
description = "Press releases of the Harbour Museum"
language = "en"
site = "{SITE}"
id_base = "tag:example.org,2018"
time_zone = "Europe/Berlin"
hubs = ["{HUB}"]

[publisher]
name = "Harbour Museum"
"""

RELEASE = """Museum opens its {place}

Hamburg, {day} March 2026 – The Harbour Museum opens its {place} to visitors on Saturday. Forty models of
ships can be seen there for the first time.

The {place} was closed for repairs for six years. Admission is free until Easter.
"""


class Pool:
    """What Flask-WebSub needs of Celery."""

    def __init__(self):
        self.threads = ThreadPoolExecutor(8)

    def task(self, bind=False, max_retries=10, **_options):
        def decorate(function):
            def run(retries, *arguments):
                def retry(countdown):
                    if retries < max_retries:
                        threading.Timer(countdown, run, (retries + 1, *arguments)).start()

                task = SimpleNamespace(request=SimpleNamespace(retries=retries), retry=retry)
                try:
                    function(*([task] if bind else []), *arguments)
                except Exception:
                    logging.exception("a task of the hub failed")

            return SimpleNamespace(delay=lambda *arguments: self.threads.submit(run, 0, *arguments))

        # Celery's decorator is used with and without arguments.
        if callable(bind):
            function, bind = bind, False
            return decorate(function)
        return decorate


class World:
    def __init__(self, scratch):
        self.deployed = scratch / "deployed"
        self.deployed.mkdir()
        self.links = True
        self.confirmed, self.heard, self.signatures = [], [], []
        self.app = Flask(__name__, static_folder=None)
        self.app.config["PUBLISH_SUPPORTED"] = True
        hub = Hub(SQLite3HubStorage(str(scratch / "hub.sqlite3")), Pool(), BACKOFF_BASE=0.1)
        self.app.register_blueprint(hub.build_blueprint(url_prefix="/hub"))
        stores = SQLite3SubscriberStorage(str(scratch / "reader.sqlite3")), SQLite3TempSubscriberStorage(
            str(scratch / "requests.sqlite3")
        )
        self.reader = Subscriber(*stores)
        self.app.register_blueprint(self.reader.build_blueprint(url_prefix="/callbacks"))
        self.reader.add_success_handler(lambda topic, _id, mode: self.confirmed.append((mode, topic)))
        # Flask-WebSub calls it only where the signature is right.
        self.reader.add_listener(lambda topic, _id, body: self.heard.append((topic, body)))
        self.app.before_request(self.notice)
        self.app.add_url_rule("/<path:name>", view_func=self.page)

    def notice(self):
        if request.method == "POST" and request.path.startswith("/callbacks/"):
            self.signatures.append(request.headers.get("X-Hub-Signature", ""))

    def page(self, name):
        file = self.deployed / name
        if request.host != "news.example.org" or not file.is_file():
            abort(404)
        kind = TYPES.get(name) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        # Without a charset Flask-WebSub's discovery can't read the text.
        response = Response(file.read_bytes(), content_type=f"{kind};charset=utf-8")
        if self.links and name in FEEDS:
            response.headers["Link"] = f'<{HUB}>; rel="hub", <{SITE}{name}>; rel="self"'
        return response


def eventually(holds):
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def main():
    program = str(Path(sys.argv[1]).resolve())
    counts = {True: 0, False: 0}

    def judge(what, held, seen=""):
        counts[bool(held)] += 1
        print(f"{'ok  ' if held else 'FAIL'} hub  {what}" + ("" if held else f"\n  {seen}"))

    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"]:
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        world = World(folder)
        server = make_server("127.0.0.1", 0, world.app, threaded=True)
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        os.environ["HTTP_PROXY"] = os.environ["http_proxy"] = f"http://127.0.0.1:{server.port}"

        def dateline(*arguments, check=True):
            ran = subprocess.run([program, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False)
            if check and ran.returncode:
                sys.exit(f"dateline {' '.join(arguments)} ended with {ran.returncode}\n{ran.stderr}")
            return ran

        def publish(place, day):
            (folder / "releases" / f"{place}.txt").write_text(RELEASE.format(place=place, day=day), encoding="utf-8")
            dateline("build", "--now", "2026-06-01T00:00:00Z")

        def deploy():
            for name in FEEDS:
                shutil.copy(folder / "public" / name, world.deployed / f"{name}.new")
                (world.deployed / f"{name}.new").rename(world.deployed / name)

        (folder / "releases").mkdir()
        (folder / "dateline.toml").write_text(CONFIG, encoding="utf-8")
        publish("cellar", 2)
        deploy()

        world.links = False
        for name in FEEDS[:2]:
            found = discover(SITE + name)
            judge(f"{name}: found by the links in the feed", found == {"hub_url": HUB, "topic_url": SITE + name}, found)
        try:
            judge("feed.json: has no links that a subscriber reads", False, discover(SITE + "feed.json"))
        except DiscoveryError:
            judge("feed.json: has no links that a subscriber reads", True)
        world.links = True
        # Flask-WebSub gives no secret to a hub without TLS, which nobody here can have.
        subscribing.is_secure = lambda _url: True
        for name in FEEDS:
            found = discover(SITE + name)
            judge(f"{name}: found by the headers", found == {"hub_url": HUB, "topic_url": SITE + name}, found)
            with world.app.test_request_context(base_url=READER):
                world.reader.subscribe(**found)
            confirmed = eventually(lambda: ("subscribe", SITE + name) in world.confirmed)
            judge(f"{name}: the subscriber's handshake passes", confirmed, world.confirmed)
        # The hub notes a subscription after its answer.
        time.sleep(1)

        dateline("push", "--note-live", "live.json")
        publish("attic", 9)
        pushing = subprocess.Popen(
            [program, "push", "--since", "live.json", "--wait", "60s"],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        )
        time.sleep(3)
        judge("nothing is delivered before it is live", not world.heard, world.heard)
        deploy()
        out, err = pushing.communicate(timeout=90)
        judge("push ends well", pushing.returncode == 0, err)
        accepted = [f"hub accepted: {HUB} {SITE}{name}" for name in FEEDS]
        judge("the hub accepts each topic", sorted(out.splitlines()) == sorted(accepted), out)
        eventually(lambda: len(world.heard) >= len(FEEDS))
        for name in FEEDS:
            built = (folder / "public" / name).read_bytes()
            bodies = [body for topic, body in world.heard if topic == SITE + name]
            judge(f"{name}: delivered once, byte for byte", bodies == [built], [len(body) for body in bodies])
        signed = [signature.startswith("sha512=") for signature in world.signatures]
        judge("every delivery is signed", signed == [True] * len(FEEDS), world.signatures)

        dateline("push", "--note-live", "live.json")
        ran = dateline("push", "--since", "live.json")
        time.sleep(1)
        judge("nothing new, nothing told", ran.stdout == "" and len(world.heard) == len(FEEDS), ran.stderr)
        # A hub that takes anything would have judged nothing.
        refused = requests.post(HUB, {"hub.mode": "publish", "hub.url": SITE + "rss.xml"}, timeout=10)
        judge("the hub refuses a form without the topic", refused.status_code == 400, refused.text)
        server.shutdown()
    print(f"{counts[True]} passed, {counts[False]} failed")
    sys.stdout.flush()
    # Threads of the hub may still be trying.
    os._exit(1 if counts[False] or not counts[True] else 0)


if __name__ == "__main__":
    main()
