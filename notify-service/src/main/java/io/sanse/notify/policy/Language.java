package io.sanse.notify.policy;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.ClockName;
import java.util.List;
import java.util.Locale;

/** The language of the texts. */
public enum Language {
    ZH {
        @Override
        String text(LocalizedText text) {
            return text.zh();
        }

        @Override
        String level(Level level) {
            return switch (level) {
                case BLUE -> "蓝色";
                case YELLOW -> "黄色";
                case RED -> "红色";
            };
        }

        @Override
        String clock(ClockName clock) {
            return switch (clock) {
                case SIGN -> "签收";
                case NOTIFY -> "通知处置";
                case ARRIVE -> "到场";
                case ACKNOWLEDGE -> "企业签收";
                case FEED_BACK -> "反馈";
                case REVIEW -> "审核";
            };
        }

        @Override
        String version(String model, int number) {
            return model + "（第" + number + "版）";
        }

        @Override
        String list(List<String> names, int named) {
            String told = String.join("、", names.subList(0, named));
            return named == names.size() ? told : told + (named == 0 ? "" : "等") + names.size() + "个模型";
        }
    },

    EN {
        @Override
        String text(LocalizedText text) {
            return text.en();
        }

        @Override
        String level(Level level) {
            return level.text();
        }

        @Override
        String clock(ClockName clock) {
            return clock.text();
        }

        @Override
        String version(String model, int number) {
            return model + " (version " + number + ")";
        }

        @Override
        String list(List<String> names, int named) {
            String told = String.join(", ", names.subList(0, named));
            return named == names.size() ? told : told + (named == 0 ? "" : " and others, ") + names.size() + " models";
        }
    };

    /** @throws IllegalArgumentException when it is neither {@code zh} nor {@code en} */
    public static Language of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    abstract String text(LocalizedText text);

    abstract String level(Level level);

    abstract String clock(ClockName clock);

    abstract String version(String model, int number);

    /** The first names, and of how many in all. */
    abstract String list(List<String> names, int named);
}
