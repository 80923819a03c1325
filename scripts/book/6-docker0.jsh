// The bridge that connects them: docker0, its subnet, and an address in it for each container.
Container book(String name) { return container(name).label("dockline.book", ""); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));

// docker network ls: bridge is docker0; its gateway is the host.
networks()
network("bridge").inspect().at("/IPAM/Config")

// Two containers on it, and the way from one to the other and to the host.
var first = book("first").image("training/webapp").run("python", "app.py");
var address = first.inspect("/NetworkSettings/Networks/bridge/IPAddress");
var gateway = first.inspect("/NetworkSettings/Networks/bridge/Gateway");
container().image("busybox").call("ping", "-c", "1", address);
container().image("busybox").call("ping", "-c", "1", gateway);

// A network of one's own gives names as well: no link is needed there.
var lab = network("dockline-book").create();
var db = book("db").image("training/webapp").network(lab).run("python", "app.py");
container().image("busybox").network(lab).call("ping", "-c", "1", "db");

first.remove(FORCE);
db.remove(FORCE);
lab.remove();
