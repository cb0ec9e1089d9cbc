package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.explain.Recording.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays what arrives in one partition for one subject, and writes down what is needed to play it again. */
public final class Recorder {
    private final Subject subject;
    private final Player player;
    private final ProgressDigest untold;
    private final List<Moment> moments = new ArrayList<>();
    private Instant lastAt = Instant.EPOCH;
    private Instant written = Instant.EPOCH;

    Recorder(Subject subject, ModelSet models, RegistryCourse registry, Player.Listener words) {
        this.subject = subject;
        this.player = new Player(models, registry, words);
        this.untold = new ProgressDigest(models.outages());
    }

    /** @param observations of all subjects, as they came together at this time of the broker's clock */
    void arrived(Instant at, List<Observation> observations) {
        if (!observations.isEmpty()) {
            hear(Moment.of(subject, at, observations));
        }
    }

    private void hear(Moment moment) {
        Instant before = player.heardUntil();
        boolean judged = player.play(moment);
        if (judged) {
            catchUp(before, moment);
            write(moment);
        } else {
            skip(moment);
        }
        lastAt = moment.at();
    }

    /** What the clocks showed before has to be known before it is judged by. */
    private void catchUp(Instant heard, Moment next) {
        List<Observation> words = untold.take();
        boolean ahead = heard != null && heard.isAfter(written) && heard.isAfter(next.heardUntil());
        if (ahead || !words.isEmpty()) {
            write(new Moment(lastAt, heard == null ? next.heardUntil() : heard, words));
        }
    }

    private void skip(Moment moment) {
        List<Observation> own = new ArrayList<>();
        for (Observation observation : moment.observations()) {
            if (observation.payload() instanceof Progress) {
                untold.add(observation);
            } else {
                own.add(observation);
            }
        }
        if (!own.isEmpty()) {
            write(new Moment(moment.at(), moment.heardUntil(), own));
        }
    }

    private void write(Moment moment) {
        moments.add(moment);
        written = written.isBefore(moment.heardUntil()) ? moment.heardUntil() : written;
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }
}
