package io.sanse.model.library.compiled;

import java.lang.invoke.MethodHandles;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.InternalCompilerException;
import org.codehaus.janino.SimpleCompiler;

/** Makes a class of its text, in memory. It goes when nobody holds its instance any more. */
final class ClassMaker {
    private ClassMaker() {}

    /** @throws NotCovered when the class cannot be made, as when a method would be too long for a class file */
    static Code made(String text) throws NotCovered {
        try {
            return (Code) MethodHandles.lookup()
                    .defineHiddenClass(bytes(text), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a class that was just made cannot be used", impossible);
        }
    }

    private static byte[] bytes(String text) throws NotCovered {
        SimpleCompiler compiler = new SimpleCompiler();
        compiler.setParentClassLoader(Code.class.getClassLoader());
        try {
            compiler.cook(text);
        } catch (CompileException | InternalCompilerException refused) {
            throw new NotCovered(refused.getMessage());
        }
        return compiler.getBytecodes().get(Code.class.getPackageName() + '.' + ClassText.NAME);
    }
}
