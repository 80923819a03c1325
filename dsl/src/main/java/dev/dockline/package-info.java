/** The words of the language: containers, volumes, networks and images, and the connection they act on. */
package dev.dockline;
