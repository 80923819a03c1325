package dev.dockline.transfer;

import dev.dockline.engine.Act;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Handover;
import dev.dockline.error.BackupFailed;
import dev.dockline.state.MountState;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What is in a volume as a tar stream: first the folder it is mounted at, then all below it.
 *
 * <p>From the engine's archive API; where that tells no owners (Podman), from tar in a container of the holder's image,
 * or of another that the engine has.
 */
final class VolumeStream {
    private final Engine engine;
    private final Act act;

    VolumeStream(Engine engine, Act act) {
        this.engine = engine;
        this.act = act;
    }

    InputStream of(Holder holder, MountState volume) throws IOException, InterruptedException {
        if (!engine.flavour().archivesOwners()) {
            return Handover.closeOnCancel(tar(holder, volume));
        }
        return new Told(Handover.closeOnCancel(Pipe.ahead(engine.archive(holder.id(), volume.destination()))));
    }

    /** A stream of the engine's, whose failures are the engine's and not those of the file that is written meanwhile. */
    private static final class Told extends FilterInputStream {
        Told(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private InputStream tar(Holder holder, MountState volume) throws IOException, InterruptedException {
        var command =
                List.of("tar", "-c", "-f", "-", "-C", "/", volume.destination().substring(1));
        return Program.start(engine, holder.image(), volume, "ro", command)
                .orElseThrow(() -> new BackupFailed(
                        act.what(),
                        "the engine does not tell owners, and none of its images has tar",
                        "image(\"busybox\").pull()",
                        null));
    }
}
