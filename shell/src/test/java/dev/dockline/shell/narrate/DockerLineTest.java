package dev.dockline.shell.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '~', textBlock = """
            docker ps -a                               ^ containers()
            docker container ls                        ^ containers().running()
            $ sudo docker stop web;                    ^ container("web").stop()
            docker rm -f web                           ^ container("web").remove(FORCE)
            docker rm -v web                           ^ container("web").removeWithVolumes()
            docker logs -f web                         ^ container("web").follow()
            docker exec -it web bash                   ^ container("web").shell()
            docker exec web ls "/my files"             ^ container("web").exec("ls", "/my files")
            docker run -d --name web -p 80:5000 training/webapp python app.py ^ container("web").publish(80, 5000).image("training/webapp").run("python", "app.py")
            docker run -d -P --link db:db x            ^ container().publishAll().link("db").image("x").run()
            docker run --rm busybox echo hi            ^ container().image("busybox").call("echo", "hi")
            docker run -it ubuntu bash                 ^ container().interactive().tty().image("ubuntu").run("bash").attach()
            docker run --name task busybox date        ^ container("task").image("busybox").run("date").follow()
            docker create -v /dbdata --name dbdata training/postgres ^ container("dbdata").volume("/dbdata").image("training/postgres").create()
            docker cp web:/etc/hosts .                 ^ container("web").copyFrom("/etc/hosts", ".")
            docker cp app.py web:/opt                  ^ container("web").copyTo("app.py", "/opt")
            docker volume create data                  ^ volume("data").create()
            docker network connect lab web             ^ network("lab").connect(container("web"))
            docker images                              ^ images()
            docker rename a b                          ^ container("a").rename("b")
            docker pull busybox:1.36                   ^ image("busybox:1.36").pull()
            $ sudo docker ps -l                        ^ latest()
            $ sudo docker inspect -f "{{ .Name }}" aed84ee21bde ^ container("aed84ee21bde").inspect("/Name")
            $ sudo docker inspect web                  ^ container("web").inspect()
            $ sudo docker port web 5000                ^ container("web").port(5000)
            $ sudo docker port web                     ^ container("web").ports()
            """)
    void is_told_in_java(String line, String java) {
        assertThat(DockerLine.toJava(line)).contains(java);
    }

    /** Each line of the book's chapters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker run -d -P --name web -v /webapp training/webapp python app.py",
                "docker run -d -P --name web -v /src/webapp:/opt/webapp training/webapp python app.py",
                "docker run -d -P --name web -v /src/webapp:/opt/webapp:ro training/webapp python app.py",
                "docker run --rm -it -v ~/.bash_history:/.bash_history ubuntu /bin/bash",
                "docker run -d -v /dbdata --name dbdata training/postgres echo Data-only container for postgres",
                "docker run -d --volumes-from dbdata --name db1 training/postgres",
                "docker run -d --name db3 --volumes-from db1 training/postgres",
                "docker run --volumes-from dbdata -v $(pwd):/backup ubuntu tar cvf /backup/backup.tar /dbdata",
                "docker run -v /dbdata --name dbdata2 ubuntu /bin/bash",
                "docker run --volumes-from dbdata2 -v $(pwd):/backup busybox tar xvf /backup/backup.tar",
                "docker run --volumes-from dbdata2 busybox /bin/ls /dbdata",
                "docker run -d -P training/webapp python app.py",
                "docker ps -l",
                "docker logs -f nostalgic_morse",
                "docker run -d -p 5000:5000 training/webapp python app.py",
                "docker run -d -p 127.0.0.1:5000:5000 training/webapp python app.py",
                "docker run -d -p 127.0.0.1::5000 training/webapp python app.py",
                "docker run -d -p 127.0.0.1:5000:5000/udp training/webapp python app.py",
                "docker port nostalgic_morse 5000",
                "docker run -d -p 5000:5000 -p 3000:80 training/webapp python app.py",
                "docker inspect -f \"{{ .Name }}\" aed84ee21bde",
                "docker run -d --name db training/postgres",
                "docker rm -f web",
                "docker run -d -P --name web --link db:db training/webapp python app.py",
                "docker run --rm --name web2 --link db:db training/webapp env",
                "docker run -t -i --rm --link db:db training/webapp /bin/bash",
                "docker ps"
            })
    void each_line_of_the_book_has_its_java(String line) {
        assertThat(DockerLine.toJava("$ sudo " + line)).isPresent();
    }

    @Test
    void the_folder_one_is_in_stands_for_pwd() {
        var here = Path.of("").toAbsolutePath();
        assertThat(DockerLine.toJava("docker run --rm -v $(pwd):/backup ubuntu sh -c 'echo $PWD'"))
                .contains("container().bind(\"" + here
                        + "\", \"/backup\").image(\"ubuntu\").call(\"sh\", \"-c\", \"echo $PWD\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker",
                "docker ps --format json",
                "docker run --gpus all x",
                "docker stop -t 3 web",
                "docker run --rm x | sh",
                "docker rm $(docker ps -aq)",
                "docker compose up",
                "dockerfile",
                "docker.close()"
            })
    void or_is_left_alone(String line) {
        assertThat(DockerLine.toJava(line)).isEmpty();
    }
}
