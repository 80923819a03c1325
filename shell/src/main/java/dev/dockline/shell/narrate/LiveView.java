package dev.dockline.shell.narrate;

import dev.dockline.engine.Keys;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Live;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.eval.Output;
import dev.dockline.view.Style;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Draws a table in place, over and over, until a key is pressed. */
final class LiveView {
    private static final long PAUSE_MILLIS = 500;
    private static final int BELOW = 2;

    private final Evaluator evaluator;
    private final Output output;
    private final Supplier<Style> style;
    private final Keys keys;
    private final CountDownLatch pressed = new CountDownLatch(1);
    private int drawn;

    LiveView(Evaluator evaluator, Output output, Supplier<Style> style, Keys keys) {
        this.evaluator = evaluator;
        this.output = output;
        this.style = style;
        this.keys = keys;
    }

    /** Shows it until a key comes; what ended it otherwise, such as a failure, is the outcome. */
    Outcome show(Live live) {
        var listening = new Thread(this::listen, "dockline-live");
        listening.setDaemon(true);
        listening.start();
        Outcome outcome;
        do {
            outcome = evaluator.call(() -> live.latest().get().table().render(style.get()));
            if (outcome instanceof Outcome.Value value) {
                draw(String.valueOf(value.value()).lines().toList());
            }
        } while (outcome instanceof Outcome.Value && !isPressed());
        return pressed.getCount() == 0 ? new Outcome.Done() : outcome;
    }

    // A key ends also the asking, since the engine may be what hangs.
    private void listen() {
        try {
            if (keys.in().read() >= 0) {
                pressed.countDown();
                evaluator.interrupt();
            }
        } catch (IOException closed) {
            return;
        }
    }

    private boolean isPressed() {
        try {
            return pressed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void draw(List<String> lines) {
        int room = Math.max(1, keys.rows() - BELOW);
        var shown = lines.size() <= room ? lines : lines.subList(0, room - 1);
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A');
        }
        text.append("\r\u001b[J");
        shown.forEach(line -> text.append(line).append('\n'));
        if (shown.size() < lines.size()) {
            text.append("... and ").append(lines.size() - shown.size()).append(" more lines\n");
        }
        drawn = shown.size() + (shown.size() < lines.size() ? 1 : 0);
        output.out().print(text);
    }
}
