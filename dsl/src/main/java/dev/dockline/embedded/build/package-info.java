/** Images built from a Dockerfile, as Docker's classic builder does it. */
package dev.dockline.embedded.build;
