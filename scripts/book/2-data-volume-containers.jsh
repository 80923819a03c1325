// The book: "Data volume containers" (数据卷容器). A container that only holds data, for others to mount.
Container book(String name) { return container(name).label("dockline.book", "").image("training/postgres"); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));
image("training/postgres").buildIfMissing(here("../images/postgres"));

// docker run -d -v /dbdata --name dbdata training/postgres echo Data-only container for postgres
var dbdata = book("dbdata").volume("/dbdata").run("echo", "Data-only container for postgres");
dbdata.awaitExit();

// docker run -d --volumes-from dbdata --name db1 training/postgres
// dbdata has ended, and that does not matter.
var db1 = book("db1").volumesFrom(dbdata).run();
var db2 = book("db2").volumesFrom(dbdata).run();

// docker run -d --name db3 --volumes-from db1 training/postgres
// From a container that has its volumes from another itself.
var db3 = book("db3").volumesFrom(db1).run();

// What one writes, all see.
db1.exec("sh", "-c", "echo written by db1 > /dbdata/note");
db3.exec("cat", "/dbdata/note");

// Who holds the volume, and how.
volume(db3.mounts().get(0).name()).users()

// docker rm keeps the volume, whoever goes; docker rm -v of the last one takes it along.
var kept = volume(db3.mounts().get(0).name());
dbdata.remove();
db1.remove(FORCE);
db2.remove(FORCE);
db3.exec("cat", "/dbdata/note");
kept.users()
db3.removeWithVolumes(FORCE);
kept.exists()
