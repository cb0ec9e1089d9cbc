package io.sanse.model.cli;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.explain.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code verify BUNDLE}: executes an evidence bundle again, with nothing but the file. */
final class VerifyCommand {
    private static final int VERIFIED = 0;
    private static final int DIFFERS = 1;
    private static final long LARGEST = 256L << 20;
    private static final int MOST_LINES = 50;

    private final Consumer<String> out;

    VerifyCommand(Consumer<String> out) {
        this.out = out;
    }

    /** @return exit code */
    int verify(String file) {
        try {
            return tell(file, Verification.of(read(Path.of(file))));
        } catch (NoSuchFileException missing) {
            return wrong(file, "there is no such file");
        } catch (IOException unreadable) {
            return wrong(file, "cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException noBundle) {
            return wrong(file, noBundle.getMessage());
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
            throw new IllegalArgumentException("is larger than any bundle: " + Files.size(file) + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private int wrong(String file, String what) {
        out.accept(file + ": " + what);
        return DIFFERS;
    }

    private int tell(String file, Verification.Verdict verdict) {
        if (verdict.isVerified()) {
            out.accept("verified: " + named(verdict.detection()));
            return VERIFIED;
        }
        int count = verdict.differences().size();
        out.accept(file + ": not verified, " + count + (count == 1 ? " difference" : " differences"));
        verdict.differences().stream().limit(MOST_LINES).forEach(difference -> out.accept("  " + difference));
        return DIFFERS;
    }

    private static String named(Detection proved) {
        String change = proved.change() == Change.RAISED
                ? ""
                : " (" + proved.change().text() + ", revision " + proved.revision() + ')';
        return proved.model() + ' ' + proved.modelVersion() + ' ' + proved.subject() + ' '
                + proved.level().text() + " at " + proved.observedAt() + change;
    }
}
