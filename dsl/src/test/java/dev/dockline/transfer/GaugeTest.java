package dev.dockline.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dockline.engine.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Long transfers tell their bytes, short ones nothing. */
class GaugeTest {
    private final List<String> shown = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Terminal terminal = new Terminal() {
        @Override
        public PrintStream out() {
            return System.out;
        }

        @Override
        public PrintStream err() {
            return System.err;
        }

        @Override
        public Progress progress(String task) {
            shown.add(task);
            return new Progress() {
                @Override
                public void update(String note, long done, long total) {
                    shown.add(done + " of " + total);
                }

                @Override
                public void close() {
                    shown.add("over");
                }
            };
        }
    };

    private void pass(long nanosEach) throws IOException {
        try (var gauge = new Gauge(terminal, "restoring volume db", 300, nanos::get)) {
            var in = gauge.over(new ByteArrayInputStream(new byte[300]));
            for (int i = 0; i < 3; i++) {
                nanos.addAndGet(nanosEach);
                in.readNBytes(100);
            }
        }
    }

    @Test
    void short_work_shows_nothing() throws IOException {
        pass(100_000_000);
        assertThat(shown).isEmpty();
    }

    @Test
    void long_work_shows_how_far_it_is() throws IOException {
        pass(300_000_000);
        assertThat(shown).containsExactly("restoring volume db", "200 of 300", "300 of 300", "over");
    }
}
