package dev.dockline.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberTest {
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            cont                                    ^ ~~                            ^ cont
            var x = container("web").sto            ^ container("web")              ^ sto
            container("web").                       ^ container("web")              ^ ~~
            f(1); a.b(c(2), "x").d[0].e("y          ^ a.b(c(2), "x").d[0]           ^ e
            web.publish(80).run("sleep", "60")      ^ ~~                            ^ ~~
            web.volume(data, "/x                    ^ web                           ^ volume
            new Foo().bar                           ^ Foo()                         ^ bar
            x = (a).b                               ^ (a)                           ^ b
            1.                                      ^ 1                             ^ ~~
            )                                       ^ ~~                            ^ ~~
            """)
    void finds_the_name_and_what_it_is_asked_of(String text, String receiver, String name) {
        assertThat(Member.at(text.strip())).isEqualTo(new Member(receiver, name));
    }
}
