package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.Question.Sight;
import io.sanse.model.detect.situation.Question.Surroundings;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.RevocableSegments;
import io.sanse.model.detect.track.TrackKeeper;
import io.sanse.model.detect.track.VehicleTrack;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.List;

/**
 * Detection over the observations of one partition. Observations go to their subjects; a subject is judged when one of its facts has changed or when a clock that it
 * waits for has come so far. Not safe for use by several threads.
 */
public final class PartitionDetector {
    private final ModelCourse course;
    private final Memory memory;
    private final Gathering gathering;
    private final FeedClocks clocks;
    private final DetectionSink sink;
    private final WakeQueue wakes = new WakeQueue();
    private final TrackNews news = new TrackNews();
    private final RevocableSegments history = new RevocableSegments();
    private ModelSet set;
    private Judge judge;
    private TrackKeeper tracks;
    private Backlog backlog;

    /** Takes up what the memory holds from before. */
    public PartitionDetector(ModelSet set, Memory memory, DetectionSink sink) {
        this(heardUntil -> set, memory, sink);
    }

    /** The same with models that change. What is known of the subjects goes on; a version that asks for facts of another kind has them from its beginning on. */
    public PartitionDetector(ModelCourse course, Memory memory, DetectionSink sink) {
        this.course = course;
        this.memory = memory;
        this.gathering = new Gathering(memory);
        follow(course.at(memory.heardUntil()));
        this.clocks = new FeedClocks(set.outages(), memory);
        this.sink = sink;
        memory.forEachWake(wakes::set);
    }

    /**
     * Observations that came together, in their order; afterwards everything that they make due. The platform's clock shows when the newest of them was received, so that
     * whoever plays the same gets the same.
     */
    public void process(List<Observation> observations, World world) {
        Instant newest = null;
        for (Observation observation : observations) {
            newest = newest == null || observation.receivedAt().isAfter(newest) ? observation.receivedAt() : newest;
        }
        if (newest != null) {
            process(observations, world, newest);
        }
    }

    /** The same at a time of the platform's clock that the caller knows. */
    public void process(List<Observation> observations, World world, Instant now) {
        clocks.heard(now);
        follow(course.at(memory.heardUntil()));
        for (Group group : gathering.of(observations)) {
            processGroup(group, world, now);
        }
        wake(world, now);
    }

    private void follow(ModelSet present) {
        if (present != set) {
            set = present;
            judge = new Judge(present);
            tracks = new TrackKeeper(present.tracks());
            backlog = new Backlog(present.backlog());
        }
    }

    private void wake(World world, Instant now) {
        wakes.due(clocks.now()).forEach((subject, occasion) -> {
            try {
                look(subject, occasion, world, now);
            } catch (RuntimeException defect) {
                wakes.set(subject, List.of());
                sink.failed(subject, defect);
            }
        });
    }

    private void look(Subject subject, Occasion occasion, World world, Instant now) {
        Dossier dossier = memory.dossier(subject);
        if (dossier != null) {
            VehicleTrack track = Gathering.track(memory, subject);
            judge(new Judge.Case(subject, dossier, occasion), track, world, now);
            if (track != null) {
                memory.giveBack(subject, track);
            }
        }
    }

    /** A group that fails is tried one by one, so that only what cannot be processed is refused. */
    private void processGroup(Group group, World world, Instant now) {
        try {
            apply(group, world, now);
        } catch (RuntimeException defect) {
            if (group.observations().size() == 1) {
                sink.failed(group.observations().get(0), defect);
                return;
            }
            group.observations().forEach(one -> processGroup(gathering.alone(one), world, now));
        }
    }

    private void apply(Group group, World world, Instant now) {
        Subject subject = group.subject();
        if (subject.type() == SubjectType.FEED) {
            group.observations().forEach(clocks::tell);
        } else if (subject.type() == SubjectType.VEHICLE) {
            history.begin(memory.segments(subject));
            try {
                applyToVehicle(group, world, now);
                history.keep();
            } catch (RuntimeException defect) {
                history.revoke();
                throw defect;
            }
        } else if (judge.concerns(subject.type()) && group.concernsModels()) {
            Dossier dossier = dossier(group);
            Facts facts = group.into(dossier.facts(), sink);
            if (facts != dossier.facts()) {
                Occasion occasion = new Occasion().observed(group.observations());
                judge(new Judge.Case(subject, dossier.with(facts), occasion), null, world, now);
            }
        }
    }

    private void applyToVehicle(Group group, World world, Instant now) {
        Subject subject = group.subject();
        VehicleTrack current = group.track();
        List<Fix> fixes = group.fixes();
        news.begin();
        int tooLate = 0;
        if (!fixes.isEmpty()) {
            TrackKeeper.Place place = new TrackKeeper.Place(history, world, news);
            if (group.isNext(fixes)) {
                tracks.follow(current, fixes.get(0), place);
            } else {
                news.beforeLate(current.fold().open(set.tracks()));
                tooLate = tracks.apply(current, fixes, place);
            }
        }
        boolean answers = current.isAwaited() && !fixes.isEmpty();
        if (answers || news.any() || fixes.size() < group.observations().size()) {
            Dossier dossier = dossier(group);
            VehicleFacts before = (VehicleFacts) dossier.facts();
            Facts facts = group.into(news.into(before, current), sink);
            if (answers || news.any() || facts != dossier.facts()) {
                Occasion occasion = new Occasion().observed(group.observations());
                news.into(occasion, before, current.fold().open(set.tracks()));
                if (answers) {
                    occasion.asked(dossier.awaiting());
                }
                judge(new Judge.Case(subject, dossier.with(facts), occasion), current, world, now);
            }
        }
        if (fixes.isEmpty()) {
            memory.giveBack(subject, current);
        } else {
            memory.put(subject, current);
        }
        sink.tooLate(subject, tooLate);
    }

    private Dossier dossier(Group group) {
        Dossier known = group.dossier() == null ? memory.dossier(group.subject()) : group.dossier();
        return known == null ? Dossier.empty(group.subject()) : known;
    }

    /** @param track of a vehicle, or null */
    private void judge(Judge.Case matter, VehicleTrack track, World world, Instant now) {
        Subject subject = matter.subject();
        Dossier dossier = matter.dossier();
        boolean judged = dossier.judgedBy() != 0;
        if (isExpired(dossier) && (judged || dossier.facts().expired() == null)) {
            expire(matter, track, world, now);
            return;
        }
        Wake later = backlog.wait(dossier.facts(), clocks.now());
        if (later != null) {
            keep(subject, dossier.deferred(later));
            return;
        }
        Sight sight = sight(subject, track);
        Surroundings surroundings = new Surroundings(world, clocks.now(), set.calendar());
        Judge.Verdict verdict = judge.judge(matter, sight, surroundings, new Judge.Hearing(sink, now));
        verdict.words().forEach(sink::found);
        keep(subject, verdict.dossier());
        boolean awaits = !verdict.dossier().awaiting().isEmpty();
        if (track != null && track.isAwaited() != awaits) {
            track.await(awaits);
            memory.put(subject, track);
        }
    }

    /** What is left is judged by all; what nobody has judged yet, as after a long standstill, is judged before any of it goes. */
    private void expire(Judge.Case matter, VehicleTrack track, World world, Instant now) {
        Facts left = matter.dossier().facts().expired();
        if (left == null) {
            judge.lastWords(matter.subject(), matter.dossier(), now).forEach(sink::found);
            keep(matter.subject(), Dossier.empty(matter.subject()));
        } else {
            Dossier dossier = matter.dossier().with(left);
            judge(new Judge.Case(matter.subject(), dossier, new Occasion().forAll()), track, world, now);
        }
    }

    private Sight sight(Subject subject, VehicleTrack track) {
        return track == null
                ? Sight.NONE
                : new Sight(
                        track.fold().open(set.tracks()),
                        track.fold().last(),
                        (from, until) -> track.between(memory.segments(subject), from, until));
    }

    private boolean isExpired(Dossier dossier) {
        Wake expiry = dossier.facts().expiry();
        return expiry != null && clocks.now().show(expiry.feed(), expiry.hand()) >= expiry.at();
    }

    private void keep(Subject subject, Dossier dossier) {
        if (dossier.knowsNothing()) {
            memory.remove(subject);
        } else {
            memory.put(subject, dossier);
        }
        wakes.set(subject, dossier.wakes());
    }
}
