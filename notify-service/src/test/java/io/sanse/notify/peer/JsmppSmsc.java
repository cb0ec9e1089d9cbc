package io.sanse.notify.peer;

import io.sanse.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/** A scriptable SMSC on loopback. Answers hexadecimal ids; receipts name them as the test says. */
public final class JsmppSmsc implements AutoCloseable {
    /** What a submit_sm meets. */
    @FunctionalInterface
    public interface Behaviour {
        /** @return the status to answer; {@link #HANG_UP} closes the connection without an answer */
        int on(Submitted message);
    }

    public static final int OK = 0;
    public static final int HANG_UP = -1;
    public static final String SYSTEM_ID = "sanse";
    public static final String PASSWORD = "secret";

    private final AtomicLong ids = new AtomicLong(0x32338f63);
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Submitted> submitted = new LinkedBlockingQueue<>();
    private final int port;
    private volatile Behaviour behaviour = message -> OK;
    private SMPPServerSessionListener listener;

    private JsmppSmsc(int port) {
        this.port = port;
    }

    /** Listens on a free port of loopback. */
    public static JsmppSmsc open() {
        try {
            JsmppSmsc smsc = new JsmppSmsc(FreePort.find());
            smsc.listen();
            return smsc;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** The next submit_sm, or a failure after 20 s. */
    public Submitted next() throws InterruptedException {
        Submitted message = submitted.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no submit_sm within 20 s");
        }
        return message;
    }

    /** Everything submitted and not yet taken by {@link #next}. */
    public List<Submitted> waiting() {
        return List.copyOf(submitted);
    }

    /** Begins to listen again after {@link #close}. */
    public void listen() {
        try {
            listener = new SMPPServerSessionListener(port, new Loopback());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SMPPServerSessionListener open = listener;
        Thread thread = new Thread(() -> accept(open), "jsmpp-accept");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends a receipt for the message over any session that is bound. */
    public void receipt(Submitted message, String idInReceipt, String stat, OptionalParameter... parameters)
            throws Exception {
        String text = "id:" + idInReceipt + " sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:"
                + stat + " err:000 text:";
        for (SMPPServerSession session : sessions) {
            if (session.getSessionState().isBound()) {
                session.deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.phone(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1069",
                        new ESMClass(0x04),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        DataCodings.ZERO,
                        text.getBytes(StandardCharsets.US_ASCII),
                        parameters);
                return;
            }
        }
        throw new AssertionError("no bound session for the receipt");
    }

    /** Stops listening and breaks every connection. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    /** Breaks every connection and goes on listening. */
    public void hangUp() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    private void accept(SMPPServerSessionListener open) {
        try {
            while (true) {
                SMPPServerSession session = open.accept();
                session.setMessageReceiverListener(new Listener(this));
                session.setTransactionTimer(5_000);
                sessions.add(session);
                bind(session);
            }
        } catch (IOException closed) {
            sessions.removeIf(session -> !session.getSessionState().isBound());
        }
    }

    private static void bind(SMPPServerSession session) throws IOException {
        try {
            BindRequest request = session.waitForBind(5_000);
            if (SYSTEM_ID.equals(request.getSystemId()) && PASSWORD.equals(request.getPassword())) {
                request.accept("smsc");
            } else {
                request.reject(0x0E);
            }
        } catch (TimeoutException | PDUStringException e) {
            session.close();
        }
    }

    SubmitSmResult submit(SubmitSm request, SMPPServerSession session) throws ProcessRequestException {
        Submitted message = read(request, Long.toHexString(ids.incrementAndGet()));
        int status = behaviour.on(message);
        if (status == OK || status == HANG_UP) {
            submitted.add(message);
        }
        if (status == HANG_UP) {
            session.close();
        }
        if (status != OK) {
            throw new ProcessRequestException("as the test wishes", status);
        }
        try {
            return new SubmitSmResult(new MessageId(message.messageId()), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Submitted read(SubmitSm request, String messageId) {
        byte[] content = request.getShortMessage();
        int header = request.isUdhi() ? 6 : 0;
        Charset charset = request.getDataCoding() == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        String text = new String(Arrays.copyOfRange(content, header, content.length), charset);
        return request.isUdhi()
                ? new Submitted(
                        messageId,
                        request.getDestAddress(),
                        request.getDataCoding(),
                        text,
                        content[3] & 0xFF,
                        content[4],
                        content[5])
                : new Submitted(messageId, request.getDestAddress(), request.getDataCoding(), text, -1, 1, 1);
    }

    /** jsmpp's own factory listens on every address of the machine. */
    private static final class Loopback implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) throws IOException {
            return listen(port, 0, 50);
        }

        @Override
        public ServerConnection listen(int port, int timeout) throws IOException {
            return listen(port, timeout, 50);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) throws IOException {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.setSoTimeout(timeout);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
            return new ServerSocketConnection(socket);
        }
    }
}
