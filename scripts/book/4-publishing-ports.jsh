// The book: "Access from outside" (外部访问容器). How the outside reaches a container.
Container book(String name) { return container(name).label("dockline.book", "").image("training/webapp"); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));
image("training/webapp").buildIfMissing(here("../images/webapp"));

// docker run -d -P training/webapp python app.py; docker ps -l
// Every port that the image exposes, each on a free port of the host.
book("").publishAll().run("python", "app.py");
latest().ports()

// docker logs nostalgic_morse
latest().logs()
latest().remove(FORCE);

// docker logs -f: lines as they come, until the container ends; Ctrl-C ends it sooner.
var lines = container().image("busybox").label("dockline.book", "").run("sh", "-c", "for n in 1 2 3; do echo line $n; sleep 1; done");
lines.follow();
lines.remove();

// docker run -d -p 5000:5000 …: on every address of the host. A port that is taken is refused, and its holder named.
var web = book("web").publish(5000, 5000).run("python", "app.py");
try {
    book("web2").publish(5000, 5000).run("python", "app.py");
} catch (PortTaken refused) {
    System.out.println(refused.getMessage());
}
web.remove(FORCE);

// docker run -d -p 127.0.0.1:5000:5000 …: on this address only.
web = book("web").publish("127.0.0.1:5000:5000").run("python", "app.py");
web.remove(FORCE);

// docker run -d -p 127.0.0.1::5000 …: on this address, any free port.
web = book("web").publish("127.0.0.1::5000").run("python", "app.py");

// docker port web 5000
web.port(5000)
web.ports()
web.remove(FORCE);

// docker run -d -p 127.0.0.1:5000:5000/udp …
web = book("web").publish("127.0.0.1:5000:5000/udp").run("python", "app.py");
web.remove(FORCE);

// docker run -d -p 5000:5000 -p 3000:80 …: as many as there are.
web = book("web").publish(5000, 5000).publish(3000, 80).run("python", "app.py");
web.ports()
web.remove(FORCE);

// docker run -d -p 5000 …: today's short form, any free port of the host.
web = book("web").publish(5000).run("python", "app.py");
web.remove(FORCE);
