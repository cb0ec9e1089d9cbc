package io.sanse.standalone.night;

import io.sanse.standalone.city.City;
import java.util.Comparator;
import java.util.List;

/**
 * A whole night.
 *
 * @param night which one
 * @param events everything that is sent, in the order of sending; some of it, such as the day's readings before, is sent ahead
 * @param truth what must be found
 */
public record Script(Night night, List<Event> events, Truth truth) {
    private static final List<Chapter> CHAPTERS = List.of(
            new AirChapter(),
            new StorageChapter(),
            new WeightChapter(),
            new ManifestChapter(),
            new StopChapter(),
            new StopTraps(),
            new SilenceChapter(),
            new OutageTrap());

    /**
     * Writes the script of a night; the same night, city and seed give the same script. All terminals fall silent at its end, as if their providers had: one
     * that did so alone would be suspicious.
     */
    public static Script of(City city, Night night, long seed) {
        return of(city, night, seed, 1);
    }

    /**
     * A shorter script with all incidents and traps.
     *
     * @param share of the trucks in the background only each so many-th is there
     */
    public static Script of(City city, Night night, long seed, int share) {
        Draft draft = incidents(city, night, seed);
        new BackgroundChapter(share).write(draft);
        List<Event> ordered = draft.events().stream()
                .filter(event ->
                        !(event instanceof Event.Transmission) || event.at().isBefore(night.end()))
                .sorted(Comparator.comparing(Event::at))
                .toList();
        return new Script(night, ordered, draft.truth());
    }

    /** Incidents and traps alone. */
    static Draft incidents(City city, Night night, long seed) {
        Draft draft = new Draft(city, night, seed);
        CHAPTERS.forEach(chapter -> chapter.write(draft));
        return draft;
    }
}
