package dev.dockline.engine;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;

/**
 * Takes what an engine answers bit by bit, until it is closed.
 *
 * <p>docker-java's own adapter forgets a close that comes before the answer has begun, as when the engine hangs, and
 * would go on for ever when it hangs no longer.
 */
public abstract class Streamed<T> extends ResultCallback.Adapter<T> {
    private volatile boolean closed;

    @Override
    public void onStart(Closeable stream) {
        super.onStart(stream);
        if (closed) {
            try {
                // The adapter takes itself for closed already, and would leave this open.
                stream.close();
            } catch (IOException alreadyGone) {
                return;
            }
        }
    }

    /** Whether nobody wants to see more of it. */
    protected final boolean isClosed() {
        return closed;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
