package dev.dockline.shell.narrate;

import static org.assertj.core.api.Assertions.assertThat;

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
            """)
    void is_told_in_java(String line, String java) {
        assertThat(DockerLine.toJava(line)).contains(java);
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
