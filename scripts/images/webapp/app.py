"""Answers "Hello world!", or hello to PROVIDER, to every request on port 5000."""

import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

GREETING = f"Hello {os.environ.get('PROVIDER', 'world')}!".encode()


class Application(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(GREETING)))
        self.end_headers()
        self.wfile.write(GREETING)


# The first process of a container ignores what it does not handle, and "stop" would wait ten seconds.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))

server = ThreadingHTTPServer(("", 5000), Application)
print(" * Running on http://0.0.0.0:5000/", file=sys.stderr, flush=True)
server.serve_forever()
