"""Answers "Hello world!" on port 5000; PROVIDER names someone else to greet."""
import os
import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Greeting(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        text = "Hello %s!" % os.environ.get("PROVIDER", "world")
        body = text.encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(" * Running on http://0.0.0.0:5000/", file=sys.stderr, flush=True)
    ThreadingHTTPServer(("", 5000), Greeting).serve_forever()
