package io.sanse.model.cli;

import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.CaseVerdict;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.TextFile;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import io.sanse.model.library.ModelReader;
import io.sanse.model.library.ModelSchema;
import java.util.List;
import java.util.function.Consumer;

/**
 * {@code check FILE…}, {@code test FILE [CASES]}, {@code explain FILE CASES NAME}, {@code explain MODEL --subject S --at T}, {@code verify BUNDLE}, {@code schema}, {@code backtest [FILE…]},
 * {@code diff FILE [OTHER|live]}, and the life of versions: {@code versions}, {@code draft}, {@code step}, {@code certify}. Exit code 0 = all is well, 1 = something is wrong in a file or differs, 2 = the command is not understood.
 */
public final class ModelCommand {
    /** How it is called. */
    public static final String USAGE = "model check FILE…, model test FILE [CASES], model explain FILE CASES NAME, "
            + "model explain MODEL --subject TYPE:ID --at T [--url URL], model verify BUNDLE, model backtest [FILE…] --from T --to T, "
            + "model diff FILE [OTHER|live] --from T --to T, model versions [MODEL], model draft FILE [CASES], "
            + "model step MODEL VERSION ACTION [--districts CODE,…] [--reason TEXT], model certify MODEL [--until T] [--reason TEXT] "
            + "or model schema";

    private static final int OK = 0;
    private static final int WRONG = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Consumer<String> out;
    private final Consumer<String> complaints;

    /**
     * Writes results and problems line by line.
     *
     * @param out results, and problems of files
     * @param complaints what is wrong with the command itself
     */
    public ModelCommand(Consumer<String> out, Consumer<String> complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    /** @return exit code */
    public int run(List<String> words) {
        String verb = words.isEmpty() ? "" : words.get(0);
        int files = words.size() - 1;
        if (verb.equals("check") && files >= 1) {
            return check(words.subList(1, words.size()));
        }
        if (verb.equals("test") && (files == 1 || files == 2)) {
            return told(() -> test(words.get(1), files == 2 ? words.get(2) : casesOf(words.get(1))));
        }
        if (verb.equals("verify") && files == 1) {
            return new VerifyCommand(out).verify(words.get(1));
        }
        if (verb.equals("explain") && WhyCommand.isMeant(words)) {
            return understood(() -> new WhyCommand(out, PlatformClient::of).explain(words.subList(1, words.size())));
        }
        if (verb.equals("explain") && files == 3) {
            return told(() -> explain(words.get(1), words.get(2), words.get(3)));
        }
        if (verb.equals("schema") && files == 0) {
            out.accept(ModelSchema.text().stripTrailing());
            return OK;
        }
        if (verb.equals("backtest") || verb.equals("diff")) {
            return history(verb, words.subList(1, words.size()));
        }
        return LifeCommand.VERBS.contains(verb) ? life(verb, words.subList(1, words.size())) : notUnderstood(words);
    }

    private int notUnderstood(List<String> words) {
        complaints.accept("'model " + String.join(" ", words) + "' is not understood; it is " + USAGE);
        return NOT_UNDERSTOOD;
    }

    private int life(String verb, List<String> words) {
        return understood(() -> new LifeCommand(out, PlatformClient::of).run(verb, words));
    }

    private int history(String verb, List<String> words) {
        BacktestCommand command = new BacktestCommand(out, complaints);
        return understood(() -> verb.equals("diff") ? command.diff(words) : command.backtest(words));
    }

    private int understood(Work work) {
        try {
            return told(work);
        } catch (IllegalArgumentException notSo) {
            complaints.accept(notSo.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    private interface Work {
        int run();
    }

    /** Problems of files are results. */
    private int told(Work work) {
        try {
            return work.run();
        } catch (ModelFileException wrong) {
            wrong.problems().forEach(problem -> out.accept(problem.toString()));
            return WRONG;
        }
    }

    private int check(List<String> files) {
        int worst = OK;
        for (String file : files) {
            worst = Math.max(worst, told(() -> {
                Model model = ModelReader.file(file, TextFile.read(file));
                ModelCompiler.compiled(model)
                        .interpreted()
                        .forEach(left -> out.accept(
                                left.place() + ": note: interpreted, because not compiled is " + left.what()));
                model.variants()
                        .flatMap(one -> one.operator().notes(one.parameters()).stream())
                        .distinct()
                        .forEach(note -> out.accept(file + ": note: " + note));
                out.accept(file + ": ok, " + model.id() + " version "
                        + model.head().version());
                return OK;
            }));
        }
        return worst;
    }

    private static Model read(String file) {
        return ModelReader.read(file, TextFile.read(file));
    }

    private static List<ModelCase> cases(String file) {
        return CaseTable.read(file, TextFile.read(file));
    }

    /** The table that lies beside a model. */
    static String casesOf(String file) {
        return file.replaceFirst("\\.ya?ml$", "") + ".cases.yaml";
    }

    private int test(String file, String table) {
        Model model = read(file);
        List<ModelCase> cases = cases(table);
        CasePlayer player = new CasePlayer(Library.with(model), model);
        int differing = 0;
        for (ModelCase one : cases) {
            differing += told(() -> tell(player.judge(one)));
        }
        out.accept(model.id() + ": " + cases.size() + " cases, " + (cases.size() - differing) + " ok, " + differing
                + (differing == 1 ? " differs" : " differ"));
        return differing == 0 ? OK : WRONG;
    }

    private int tell(CaseVerdict verdict) {
        ModelCase one = verdict.played();
        if (verdict.isOk()) {
            out.accept("ok       " + one.name());
            return OK;
        }
        out.accept("differs  " + one.name() + " (" + one.place() + ")");
        verdict.differences().forEach(difference -> out.accept("         " + difference));
        return WRONG;
    }

    private int explain(String file, String table, String name) {
        Model model = read(file);
        ModelCase chosen = cases(table).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            complaints.accept("there is no case '" + name + "' in " + table);
            return NOT_UNDERSTOOD;
        }
        CasePlayer player = new CasePlayer(Library.with(model), model);
        new ExplanationPage(model, chosen.setting().times(), out).write(chosen, player.explain(chosen));
        return OK;
    }
}
