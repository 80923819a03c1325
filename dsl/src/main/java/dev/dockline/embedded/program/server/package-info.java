/** The servers of the training images, and hello-world. */
package dev.dockline.embedded.program.server;
