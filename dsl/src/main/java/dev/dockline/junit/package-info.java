/** Engines for the tests of other people's code: see {@link dev.dockline.junit.EmbeddedDocker}. JUnit is optional. */
package dev.dockline.junit;
