package dev.dockline;

import com.github.dockerjava.api.model.Event;
import dev.dockline.engine.Engine;
import dev.dockline.engine.Streamed;
import dev.dockline.transfer.Carrier;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An engine's events from now on, those that change what it has, a few at a time. */
final class Happenings implements AutoCloseable {
    private static final long ANSWER_MILLIS = 500;
    private static final long GATHER_MILLIS = 20;
    private static final Happening END = new Happening("", "", "", "");
    // What is done inside a container or with its files changes nothing that is listed.
    private static final Set<String> QUIET = Set.of(
            "attach",
            "detach",
            "resize",
            "top",
            "copy",
            "archive-path",
            "extract-to-dir",
            "export",
            "exec_die",
            "exec_died",
            "exec_detach",
            "exec",
            "cleanup",
            "prune",
            "mount",
            "unmount");

    /**
     * Something that happened.
     *
     * @param type {@code container}, {@code volume}, {@code network} or {@code image}
     * @param id what it happened to
     * @param name the name of that, if the event tells
     * @param container the id of the container that is another in consequence, empty if none is
     */
    record Happening(String type, String id, String name, String container) {
        boolean isOfContainer() {
            return !container.isEmpty();
        }

        Set<String> names() {
            return Set.of(id, name.equals(id) ? "" : name);
        }
    }

    private final BlockingQueue<Happening> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Streamed<Event> callback = new Streamed<>() {
        @Override
        public void onStart(Closeable stream) {
            super.onStart(stream);
            answered.countDown();
        }

        @Override
        public void onNext(Event event) {
            happening(event).ifPresent(queue::add);
        }

        @Override
        public void onError(Throwable failure) {
            queue.add(END);
            answered.countDown();
            super.onError(failure);
        }

        @Override
        public void onComplete() {
            queue.add(END);
            super.onComplete();
        }
    };

    /** Begins; what happens after this returns is heard, on an engine that answers at once. */
    void listen(Engine engine) throws InterruptedException {
        engine.docker().eventsCmd().exec(callback);
        answered.await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits for something to happen, and returns what came with it; nothing where the stream has ended. */
    List<Happening> next() throws InterruptedException {
        var some = new ArrayList<Happening>();
        some.add(queue.take());
        Thread.sleep(GATHER_MILLIS);
        queue.drainTo(some);
        return some.contains(END) ? List.of() : some;
    }

    boolean areWaiting() {
        return !queue.isEmpty();
    }

    private static Optional<Happening> happening(Event event) {
        var action = String.valueOf(event.getAction() == null ? event.getStatus() : event.getAction());
        var type = event.getType() == null ? "" : event.getType().getValue();
        var actor = event.getActor();
        if (actor == null || QUIET.contains(action) || action.startsWith("exec_")) {
            return Optional.empty();
        }
        var attributes = actor.getAttributes() == null ? Map.<String, String>of() : actor.getAttributes();
        if (Carrier.isMarked(attributes)) {
            return Optional.empty();
        }
        var id = actor.getId() == null ? "" : actor.getId();
        var container = type.equals("container") ? id : attributes.getOrDefault("container", "");
        return Optional.of(new Happening(type, id, attributes.getOrDefault("name", id), container));
    }

    @Override
    public void close() {
        queue.add(END);
        try {
            callback.close();
        } catch (java.io.IOException alreadyGone) {
            return;
        }
    }
}
