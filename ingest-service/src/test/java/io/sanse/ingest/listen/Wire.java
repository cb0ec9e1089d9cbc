package io.sanse.ingest.listen;

import io.sanse.ingest.session.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** A device's end of a connection, on a plain socket. */
final class Wire implements AutoCloseable {
    private static final int READ_LIMIT_MILLIS = 30_000;

    private final Socket socket;

    Wire(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(READ_LIMIT_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends unless the platform has closed. */
    boolean trySend(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    void sendByteByByte(byte[] bytes) {
        for (byte value : bytes) {
            send(new byte[] {value});
        }
    }

    /** Reads as many bytes; fewer when the platform closes. */
    byte[] read(int count) {
        try {
            return socket.getInputStream().readNBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads as many answers of JT/T 808, 0x8001 being 5 bytes of body in a frame without escapes. */
    List<String> answers(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int frames = 0;
        boolean inFrame = false;
        while (frames < count) {
            byte[] next = read(1);
            if (next.length == 0) {
                return Terminal.understand(bytes.toByteArray());
            }
            bytes.writeBytes(next);
            if (next[0] == 0x7e) {
                frames += inFrame ? 1 : 0;
                inFrame = !inFrame;
            }
        }
        return Terminal.understand(bytes.toByteArray());
    }

    /** Whether the platform has closed, after what it had sent was read; waits for it. */
    boolean isClosedByPlatform() {
        try {
            int value = socket.getInputStream().read();
            while (value >= 0) {
                value = socket.getInputStream().read();
            }
            return true;
        } catch (IOException reset) {
            return socket.isConnected();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
