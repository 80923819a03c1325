package dev.dockline.embedded.model;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** Names for containers that were given none: an adjective and the surname of someone who found something out. */
final class RandomNames {
    private static final String[] ADJECTIVES = words("""
            admiring adoring agile amber ample autumn bold brave breezy bright brisk calm candid cheerful
            clever cosy crisp daring dazzling dreamy eager earnest elated epic fervent festive focused
            gallant gentle gifted golden gracious happy hopeful humble jolly jovial keen kind lively lucid
            merry mellow modest nimble noble peaceful pensive playful polite proud quiet quirky radiant
            relaxed serene sharp sleepy sly steady stoic sunny sweet tender trusting upbeat vibrant vigilant
            warm wise witty zealous zen
            """);
    private static final String[] SURNAMES = words("""
            abel agnesi archimedes babbage bardeen bell bohr boole bose cannon carson cerf chandrasekhar
            curie darwin dijkstra dirac driscoll einstein elion engelbart euclid euler faraday fermat fermi
            feynman franklin galileo galois gauss germain goldberg goodall hamilton hawking heisenberg hertz
            hodgkin hopper hypatia jackson johnson kalam kare keller kepler khorana kilby knuth kowalevski
            lamport leavitt leibniz lichterman liskov lovelace lumiere mayer mccarthy mcclintock meitner
            mendel mendeleev mirzakhani moore morse napier nash neumann newton nightingale nobel noether
            pare pascal pasteur payne perlman planck poincare ptolemy raman ramanujan ride ritchie roentgen
            rosalind rubin saha sammet shannon shaw shockley sinoussi swartz swirles tesla thompson torvalds
            turing varahamihira wilson wing wozniak wright yalow yonath
            """);

    private RandomNames() {}

    static String next(Predicate<String> taken) {
        var name = pick(ADJECTIVES) + "_" + pick(SURNAMES);
        while (taken.test(name)) name = pick(ADJECTIVES) + "_" + pick(SURNAMES) + number();
        return name;
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(1000);
    }

    private static String pick(String[] words) {
        return words[ThreadLocalRandom.current().nextInt(words.length)];
    }

    private static String[] words(String text) {
        return text.strip().split("\\s+");
    }
}
