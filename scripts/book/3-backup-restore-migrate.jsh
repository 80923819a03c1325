// The book: "Backup, restore and migrate volumes" (备份、恢复、迁移数据卷). The book's way, and the short one; either side's file restores with the other.
Container book(String name) { return container(name).label("dockline.book", "").image("busybox"); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));

var dbdata = book("dbdata").volume("/dbdata").create();
container().image("busybox").volumesFrom(dbdata).call("sh", "-c", "echo precious > /dbdata/rows");

// docker run --volumes-from dbdata -v $(pwd):/backup ubuntu tar cvf /backup/backup.tar /dbdata
var folder = Files.createTempDirectory("backup").toString();
container().image("ubuntu")
    .volumesFrom(dbdata)
    .bind(folder, "/backup")
    .call("tar", "cvf", "/backup/backup.tar", "/dbdata");

// docker run -v /dbdata --name dbdata2 ubuntu /bin/bash
var dbdata2 = book("dbdata2").volume("/dbdata").run("true");

// docker run --volumes-from dbdata2 -v $(pwd):/backup busybox tar xvf /backup/backup.tar
container().image("busybox")
    .volumesFrom(dbdata2)
    .bind(folder, "/backup")
    .call("tar", "xvf", "/backup/backup.tar");

// docker run --volumes-from dbdata2 busybox /bin/ls /dbdata
container().image("busybox").volumesFrom(dbdata2).call("/bin/ls", "/dbdata");

// Or without a container that looks, whether dbdata2 runs or not.
dbdata2.files("/dbdata")

// The short way needs no image with tar in it; a name that ends in .gz is compressed.
// What may be writing meanwhile is named, and paused where PAUSED asks for it.
dbdata.volumes().backup(folder + "/again.tar.gz", PAUSED)
var dbdata3 = book("dbdata3").volume("/dbdata").create();
dbdata3.volumes().restore(folder + "/again.tar.gz")
container().image("busybox").volumesFrom(dbdata3).call("cat", "/dbdata/rows");

// Migration from one volume to another, here or on another engine: cloneTo(connect("unix:///…").volume("rows")).
var rows = volume("dockline-book-rows");
for (var before : List.of(rows, volume("dockline-book-moved"))) if (before.exists()) before.remove();
volume(dbdata3.mounts().get(0).name()).cloneTo(rows);
container().image("busybox").volume(rows, "/dbdata", READ_ONLY).call("cat", "/dbdata/rows");

// moveTo takes the old one away, when the new one is whole.
var moved = rows.moveTo("dockline-book-moved");
rows.exists()
moved.remove();

for (var made : List.of(dbdata, dbdata2, dbdata3)) made.removeWithVolumes(FORCE);
for (var file : List.of("/backup.tar", "/again.tar.gz", "")) Files.deleteIfExists(Path.of(folder + file));
