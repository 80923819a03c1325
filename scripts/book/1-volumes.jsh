// The book: "Data volumes" (数据卷). Data that does not go with its container.
// What this script made before is cleared away by its label, and nothing else.
Container book(String name) { return container(name).label("dockline.book", "").image("training/webapp"); }
containers().labelled("dockline.book").forEach(old -> old.removeWithVolumes(FORCE));
image("training/webapp").buildIfMissing(here("../images/webapp"));

// docker run -d -P --name web -v /webapp training/webapp python app.py
var web = book("web").publishAll()
    .volume("/webapp")
    .run("python", "app.py");

// The volume has no name of its own: the engine gave it one, and a folder.
// docker inspect web: the mounts as a table, one value by its path, or all of it as JSON.
web.mounts()
web.inspect("/Mounts/0/Source")
web.inspect("/Mounts")
web.inspect().size()
web.removeWithVolumes(FORCE);

// docker run -d -P --name web -v /src/webapp:/opt/webapp:ro training/webapp python app.py
web = book("web").publishAll()
    .bind(here("../images/webapp"), "/opt/webapp", READ_ONLY)
    .run("python", "app.py");
web.mounts()

// Read-only means it: the write fails, and ANY_EXIT says that this is expected.
web.exec(ANY_EXIT, "touch", "/opt/webapp/new");

// docker run --rm -v ~/.bash_history:/.bash_history ubuntu sh -c '…'
// At the prompt, bind("~/.bash_history", "/.bash_history").autoRemove().tty().interactive().call("/bin/bash") puts it on
// your terminal.
// One file of the host. Editors put a new file in the place of the old one, and the mount keeps the old:
// to edit from both sides, mount the folder.
var history = Files.createTempFile("history", "");
container().image("busybox").bind(history.toString(), "/.bash_history").call("sh", "-c", "echo ls -l >> /.bash_history");
Files.readString(history)

Files.delete(history);
web.removeWithVolumes(FORCE);
