package dev.dockline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell as text: a script, what it writes to both streams together, its exit code. */
@TestInstance(Lifecycle.PER_CLASS)
class ShTest {
    private Engine engine;
    private String id;

    @BeforeAll
    void start() {
        engine = new Engine();
        id = engine.docker
                .createContainerCmd("busybox")
                .withCmd("sleep", "600")
                .exec()
                .getId();
        engine.docker.startContainerCmd(id).exec();
    }

    @AfterAll
    void close() {
        assertThat(engine.embedded.violations()).isEmpty();
        engine.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            # quoting and variables
            echo 'a  b' "c  d" e   f                             ^ a  b c  d e f               ^ 0
            echo "it's $((1 + 2 * 3))"                           ^ it's 7                      ^ 0
            X=1; echo $X ${X} "${X}2" '$X'                       ^ 1 1 12 $X                   ^ 0
            echo ${Y:-none} ${Y:+some} ${#HOME}                  ^ none 5                      ^ 0
            Y=a.b.c; echo ${Y%.*} ${Y%%.*} ${Y#*.} ${Y##*.}      ^ a.b a b.c c                 ^ 0
            X='a  b'; echo $X; echo "$X"                         ^ a b|a  b                    ^ 0
            echo a\\ b \\$HOME "\\$HOME \\"q\\""                 ^ a b $HOME $HOME "q"         ^ 0
            echo ${Z:?gone}                                      ^ sh: Z: gone                 ^ 2
            set -- 1 '2 3'; for a in "$@"; do echo "<$a>"; done  ^ <1>|<2 3>                   ^ 0
            set -- a b c; shift; echo $# $1 $*                   ^ 2 b b c                     ^ 0
            touch -d '2001-02-03 04:05:06' /tmp/t; stat -c %Y /tmp/t ^ 981173106                   ^ 0
            touch -d tomorrow /tmp/t                             ^ touch: invalid date 'tomorrow' ^ 1
            # lists, pipes, exit codes
            true && echo yes || echo no                          ^ yes                         ^ 0
            false && echo yes || echo no                         ^ no                          ^ 0
            false; echo $?                                       ^ 1                           ^ 0
            ! true; echo $?                                      ^ 1                           ^ 0
            echo one; echo two # three                           ^ one|two                     ^ 0
            echo b a | nosuch x                                  ^ sh: nosuch: not found       ^ 127
            printf 'b\\na\\n' | sort | head -n 1                 ^ a                           ^ 0
            seq 1 100000 | head -n 2                             ^ 1|2                         ^ 0
            exit 3                                               ^                             ^ 3
            (exit 4); echo $?                                    ^ 4                           ^ 0
            nope                                                 ^ sh: nope: not found         ^ 127
            /etc/passwd                                          ^ sh: /etc/passwd: Permission denied ^ 126
            set -e; false; echo never                            ^                             ^ 1
            set -e; if false; then :; fi; echo on                ^ on                          ^ 0
            # texts and files, as busybox has them
            printf 'a1\\nb2\\nc3\\n' | sed -n '2p'                ^ b2                          ^ 0
            printf 'a1\\nb2\\nc3\\n' | sed '1d;$d'                ^ b2                          ^ 0
            printf 'a1\\nb2\\nc3\\n' | sed -E 's/([a-z])([0-9])/\\2\\1/' ^ 1a|2b|3c                    ^ 0
            printf 'a.b.c\\n' | sed 's/\\./-/2'                   ^ a.b-c                       ^ 0
            printf 'aaa\\n' | sed 's/a/[&]/g'                     ^ [a][a][a]                   ^ 0
            printf 'a\\nb\\nc\\nd\\n' | sed '/b/,/c/s/$/!/'       ^ a|b!|c!|d                   ^ 0
            printf 'a\\nb\\nc\\nd\\n' | sed '2q'                  ^ a|b                         ^ 0
            printf 'a b\\n' | sed 's/\\(a\\) \\(b\\)/\\2 \\1/'    ^ b a                         ^ 0
            printf 'a/b\\n' | sed 's|/|\\n|'                      ^ a|b                         ^ 0
            echo one > /tmp/s; sed -i s/one/two/ /tmp/s; cat /tmp/s ^ two                         ^ 0
            printf 'a]b\\n' | grep -o '[]b]*'                     ^ ]b                          ^ 0
            printf 'ab12\\n' | grep -oE '[[:alpha:]]+'            ^ ab                          ^ 0
            printf 'a*b\\n' | grep '*b'                           ^ a*b                         ^ 0
            printf '1 2 3' | xargs -n 2 echo a                    ^ a 1 2|a 3                   ^ 0
            printf 'a\\0b c\\0' | xargs -0 -n 1 echo              ^ a|b c                       ^ 0
            echo "'a b' c" | xargs -n 1 echo                      ^ a b|c                       ^ 0
            xargs false < /dev/null; echo $?                      ^ 123                         ^ 0
            mkdir -p /tmp/d/e; touch /tmp/d/f; find /tmp/d -type f -exec echo found {} \\; ^ found /tmp/d/f              ^ 0
            mkdir -p /tmp/d/e; touch /tmp/d/f; find /tmp/d -name 'f' -print0 | xargs -0 echo ^ /tmp/d/f                    ^ 0
            mkdir -p /tmp/u/e; find /tmp/u -mindepth 1 -exec ls -d {} + ^ /tmp/u/e                    ^ 0
            mkfifo /tmp/p; stat -c %A /tmp/p                      ^ prw-r--r--                  ^ 0
            truncate -s 3K /tmp/t; stat -c %s /tmp/t              ^ 3072                        ^ 0
            tty; echo $?                                          ^ not a tty|1                 ^ 0
            printf 'b\\0a\\0' | sort -z | xargs -0 echo           ^ a b                         ^ 0
            # redirections
            echo out > /tmp/f; echo more >> /tmp/f; cat < /tmp/f ^ out|more                    ^ 0
            ls /nope 2> /dev/null; echo $?                       ^ 1                           ^ 0
            ls /nope > /tmp/g 2>&1; cat /tmp/g                   ^ ls: /nope: No such file or directory ^ 0
            echo x > /no/f                                       ^ sh: can't create /no/f: nonexistent directory ^ 1
            cat < /no                                            ^ sh: can't open /no: no such file ^ 1
            { echo a; echo b; } > /tmp/h; wc -l < /tmp/h         ^ 2                           ^ 0
            # conditions and loops
            if [ 1 -lt 2 ]; then echo less; else echo more; fi   ^ less                        ^ 0
            if false; then echo a; elif true; then echo b; fi    ^ b                           ^ 0
            for i in 1 2 3; do echo $i; done                     ^ 1|2|3                       ^ 0
            i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i ^ 3                          ^ 0
            until false; do echo once; break; done               ^ once                        ^ 0
            for i in 1 2 3; do [ $i = 2 ] && continue; echo $i; done ^ 1|3                     ^ 0
            case abc in a*) echo A;; *) echo other;; esac        ^ A                           ^ 0
            case x in a|b) echo ab;; x|y) echo xy;; esac         ^ xy                          ^ 0
            # substitution and files
            echo "$(echo inner; exit 2)" $?                      ^ inner 2                     ^ 0
            echo `echo back`                                     ^ back                        ^ 0
            mkdir -p /tmp/d; cd /tmp/d; touch a.x b.x c; echo *.x ^ a.x b.x                    ^ 0
            echo /nope/*                                         ^ /nope/*                     ^ 0
            cd /nope                                             ^ sh: cd: can't cd to /nope: No such file or directory ^ 2
            cd /tmp && pwd                                       ^ /tmp                        ^ 0
            export A=1; sh -c 'echo $A'                          ^ 1                           ^ 0
            A=2 sh -c 'echo $A'; echo "[$A]"                     ^ 2|[]                        ^ 0
            sh -c 'echo $0 $1' name arg                          ^ name arg                    ^ 0
            echo 'echo from $1' > /tmp/s; sh /tmp/s file         ^ from file                   ^ 0
            printf '#!/bin/sh\\necho ran $1\\n' > /tmp/r; chmod +x /tmp/r; /tmp/r it ^ ran it  ^ 0
            echo a b c | while read x y; do echo "$y"; done      ^ b c                         ^ 0
            # errors
            if true; then                                        ^ sh: syntax error: unexpected end of file ^ 2
            echo 'open                                           ^ sh: syntax error: unterminated quoted string ^ 2
            ;; echo                                              ^ sh: syntax error: unexpected ";;" ^ 2
            """)
    void runs(String script, String output, int code) {
        var result = engine.exec(id, "sh", "-c", script);
        var lines = (result.out() + result.err()).stripTrailing().replace("\n", "|");
        assertThat(lines).isEqualTo(output == null ? "" : output);
        assertThat(result.code()).isEqualTo(code);
    }
}
