package dev.dockline.contract;

import dev.dockline.Container;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A volume with files of several kinds, to be backed up, and a new one to restore into. */
abstract class BackedUp extends EngineContract {
    @TempDir
    Path folder;

    final Container busybox() {
        return docker.container().image("busybox");
    }

    final Container dbdata() {
        var dbdata = container("dbdata").image("busybox").volume("/dbdata").create();
        busybox().volumesFrom(dbdata).call("sh", "-c", """
                set -e; cd /dbdata; mkdir sub; echo data > sub/名字; ln -s sub/名字 link; ln sub/名字 hard
                chown 12:34 hard; chmod 640 hard; touch -d '2001-02-03 04:05:06' hard; chmod 1777 sub""");
        return dbdata;
    }

    final Container dbdata2() {
        return container("dbdata2").image("busybox").volume("/dbdata").create();
    }
}
