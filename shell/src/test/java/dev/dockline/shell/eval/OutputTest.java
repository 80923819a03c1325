package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Output output = new Output(
            new Output.Sink() {
                @Override
                public void out(byte[] bytes) {
                    written.writeBytes(bytes);
                }

                @Override
                public void err(byte[] bytes) {
                    written.writeBytes(
                            ("<" + new String(bytes, StandardCharsets.UTF_8) + ">").getBytes(StandardCharsets.UTF_8));
                }

                @Override
                public void flush() {}
            },
            StandardCharsets.UTF_8);

    private String text() {
        output.drain();
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keeps_the_order_of_both_streams() {
        output.out().print("a");
        output.err().print("b");
        output.out().print('c');
        assertThat(text()).isEqualTo("a<b>c");
    }

    @Test
    void passes_every_kind_of_print_on() {
        var out = output.out();
        out.print(true);
        out.print(1);
        out.print(2L);
        out.print(1.5f);
        out.print(2.5);
        out.print(new char[] {'x', 'y'});
        out.print((Object) null);
        out.print((String) null);
        out.append("-").append('+').append("abc", 1, 2);
        out.printf("%d%s", 3, "é");
        out.format(java.util.Locale.GERMANY, "%.1f", 1.5);
        out.write('w');
        out.write(new byte[] {'0', '1', '2'}, 1, 1);
        out.writeBytes(new byte[] {'z'});
        out.println("漢");
        out.println();
        assertThat(text()).isEqualTo("true121.52.5xynullnull-+b3é1,5w1z漢\n\n");
    }

    @Test
    void loses_nothing_of_much() {
        for (var i = 0; i < 50_000; i++) {
            output.out().print("0123456789");
        }
        assertThat(text()).hasSize(500_000);
    }
}
