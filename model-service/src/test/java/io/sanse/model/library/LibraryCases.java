package io.sanse.model.library;

import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.rule.Model;
import java.util.List;

/** The tables of cases that lie beside the library's models. */
public final class LibraryCases {
    private LibraryCases() {}

    public static List<ModelCase> of(Model model) {
        String file = "library/" + model.head().module() + '/' + model.id() + ".cases.yaml";
        return CaseTable.read(file, Library.text(file));
    }
}
