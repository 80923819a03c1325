// The book: "docker0" (the network chapter). The bridge that connects them, its subnet, and an address for each container.
Container book(String name) { return container(name).label("dockline.book", ""); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));

// docker network ls: one of them is docker0, where containers are unless told otherwise; its gateway is the host.
networks()
var docker0 = bridge();

// A container's eth0 is one end of a pair, and the other is in the bridge: its name, where the host's interfaces are told.
// Two containers on it, and the way from one to the other and to the host.
var first = book("first").image("training/webapp").run("python", "app.py");
container().image("training/webapp").call("ping", "-c", "1", first.address());
container().image("training/webapp").call("ping", "-c", "1", docker0.now().gateway());
bridge()

// A network of one's own gives names as well: no link is needed there.
var lab = network("dockline-book").create();
var db = book("db").image("training/webapp").network(lab).run("python", "app.py");
container().image("training/webapp").network(lab).call("ping", "-c", "1", "db");

// The whole of it in one picture: networks, containers, addresses, ports, links and volumes.
topology()

first.remove(FORCE);
db.remove(FORCE);
lab.remove();
