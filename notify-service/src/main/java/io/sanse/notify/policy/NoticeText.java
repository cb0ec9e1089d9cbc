package io.sanse.notify.policy;

import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Version;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** Turns a notice about models into the text of a message. Pure. */
public final class NoticeText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final NotificationPolicy policy;
    private final Language language;
    private final ZoneId zone;

    public NoticeText(NotificationPolicy policy, Language language, ZoneId zone) {
        this.policy = policy;
        this.language = language;
        this.zone = zone;
    }

    /** Signature first, at most {@link NotificationPolicy#maxCharacters} characters: as many models by name as there is room for, the others by number. */
    public String render(CertificationNotice notice) {
        List<String> names = notice.versions().stream()
                .map(version -> language.version(TemplateText.clean(language.text(version.name())), version.version()))
                .toList();
        String until = notice.versions().stream()
                .map(Version::until)
                .min(Comparator.naturalOrder())
                .map(date -> DAY.format(date.atZone(zone)))
                .orElseThrow();
        int named = names.size();
        String text = fill(notice, names, named, until);
        while (text.length() > policy.maxCharacters() && named > 0) {
            named--;
            text = fill(notice, names, named, until);
        }
        return text;
    }

    private String fill(CertificationNotice notice, List<String> names, int named, String until) {
        String template = language.text(
                switch (notice.standing()) {
                    case DUE -> policy.models().due();
                    case OVERDUE -> policy.models().overdue();
                });
        return policy.signature() + template.replace("{until}", until).replace("{models}", language.list(names, named));
    }
}
