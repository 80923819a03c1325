#!/usr/bin/env dockline
// The story of the book in one go: a data volume, a database on it, a web application linked to the database.
// Run it twice, or stop it half-way: it first clears away what it made before, by this label, and nothing else.
var tour = "dockline.tour";
containers().labelled(tour).forEach(old -> old.removeWithVolumes(FORCE));

// The book's images have left the hub. Where they are missing they are built from the Dockerfiles beside this script.
image("training/postgres").buildIfMissing(here("images/postgres"));
image("training/webapp").buildIfMissing(here("images/webapp"));

// A container that only holds data: it has ended already, and its volume lives on.
var dbdata = container("dbdata").label(tour, "").image("training/postgres")
    .volume("/dbdata")
    .run("echo", "Data-only container for postgres");

// The database keeps its files on that volume, so it can be thrown away and made anew.
var db = container("db").label(tour, "").image("training/postgres")
    .volumesFrom(dbdata)
    .env("PGDATA", "/dbdata/main")
    .readyOnLog("ready to accept connections")
    .run();

// The web application finds the database under the name db; only its own port is open to the outside.
var web = container("web").label(tour, "").image("training/webapp")
    .publish(5000)
    .link(db, "db")
    .readyOnHttp(5000, "/")
    .run("python", "app.py");

// What the link gives: variables, and a line in the hosts file.
web.exec("sh", "-c", "env | grep DB_PORT; grep db /etc/hosts");

// A copy of files that a database is writing would be of no use: stop it meanwhile.
db.stop();
dbdata.volumes().backup("backup.tar")
db.start();

// The copy goes into a fresh volume, and a third container looks at what came back.
var dbdata2 = container("dbdata2").label(tour, "").image("busybox").volume("/dbdata").create();
dbdata2.volumes().restore("backup.tar");
container().image("busybox").volumesFrom(dbdata2).call("ls", "/dbdata", "/dbdata/main");

// The page, asked for from outside.
web.page(5000)

// Nothing stays behind: containers, their volumes, the backup.
for (var made : List.of(web, db, dbdata, dbdata2)) made.removeWithVolumes(FORCE);
Files.deleteIfExists(Path.of("backup.tar"));
