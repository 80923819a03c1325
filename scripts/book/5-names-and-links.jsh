// The book: "Connecting containers" (容器互联). Containers that know each other, with no port open to the outside.
Container book(String name) { return container(name).label("dockline.book", ""); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));
image("training/webapp").buildIfMissing(here("../images/webapp"));
image("training/postgres").buildIfMissing(here("../images/postgres"));

// docker run -d -P --name web training/webapp python app.py; docker inspect -f "{{ .Name }}" web
var web = book("web").image("training/webapp").publishAll().run("python", "app.py");
web.inspect("/Name")

// A name is had once: who holds it is told, and the line that frees it.
try {
    book("web").image("training/webapp").run();
} catch (NameInUse refused) {
    System.out.println(refused.getMessage());
}

// up() is the line that can be run twice: it leaves what matches, and replaces what differs, here on purpose.
web = book("web").image("training/webapp").publishAll().up("python", "app.py");
web = web.replace(it -> it.env("PROVIDER", "Dockline"));

// docker run --rm: gone when it has ended.
var once = book("once").image("busybox").autoRemove().run("true");

// docker run -d --name db training/postgres; docker rm -f web
var db = book("db").image("training/postgres").run();
web.remove(FORCE);

// docker run -d -P --name web --link db:db training/webapp python app.py; docker ps
web = book("web").image("training/webapp").publishAll().link(db, "db").run("python", "app.py");
web.links()

// docker run --rm --name web2 --link db:db training/webapp env
// --rm needs no word here: call() runs to the end and leaves nothing.
book("web2").image("training/webapp").link(db, "db").call("sh", "-c", "env | grep DB_");

// The name is in the hosts file too, and the database answers by it.
web.exec("cat", "/etc/hosts");
web.hosts()
container().image("training/webapp").link(db, "db").call("ping", "-c", "3", "db");

// The database has a port, and nobody outside reaches it: 5432 is told, and no port of the host beside it.
db.ports()

// Several containers may be linked to one database, and one container to several.
book("web3").image("training/webapp").link(db).link(web, "front").run("python", "app.py").links()

containers().labelled("dockline.book").forEach(made -> made.removeWithVolumes(FORCE));
