package dev.dockline.engine;

import com.github.dockerjava.transport.SSLConfig;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Stands where docker-java wants TLS for a socket file, which never needs it: without this it reads all certificates of
 * the JDK, which takes as long as the first answer.
 */
final class NoTls extends SSLContext implements SSLConfig {
    private static final long serialVersionUID = 1;

    NoTls() {
        super(new Nothing(), null, "none");
    }

    @Override
    public SSLContext getSSLContext() {
        return this;
    }

    private static final class Nothing extends SSLContextSpi {
        private static UnsupportedOperationException never() {
            return new UnsupportedOperationException("a socket file has no TLS");
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
            throw never();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw never();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw never();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw never();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw never();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw never();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw never();
        }
    }
}
