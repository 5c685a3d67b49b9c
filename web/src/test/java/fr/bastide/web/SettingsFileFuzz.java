package fr.bastide.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Settings that somebody damaged: understood to the letter, or refused in a way that `serve` can
/// explain.
class SettingsFileFuzz {

  private static final String NAME = "bastide.centre.name";

  @FuzzTest(maxDuration = "60s")
  void anyFileIsUnderstoodOrRefused(byte[] bytes) {
    try {
      Map<String, String> read = SettingsFile.read(Path.of("bastide.properties"), bytes);
      Settings settings = bind(read);
      String name = read.getOrDefault(NAME, "");
      boolean alone = read.keySet().stream().filter(key -> key.contains("ame")).count() == 1;
      if (!name.isEmpty() && alone && !settings.centre().name().orElse("").equals(name)) {
        throw new AssertionError(name + " became " + settings.centre().name());
      }
    } catch (WebException refused) {
      if (refused.text().fr().length() > 500) {
        throw new AssertionError("nobody reads a message this long");
      }
    } catch (BindException refused) {
      // What `serve` explains with the name of the setting.
      if (refused.getName() == null) {
        throw new AssertionError("a mistake without a name", refused);
      }
    }
  }

  /// As the server does: by the command line of Spring.
  private static Settings bind(Map<String, String> read) {
    String[] line =
        read.entrySet().stream()
            .map(e -> "--" + e.getKey() + "=" + SettingsFile.escaped(e.getValue()))
            .toArray(String[]::new);
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().remove("systemProperties");
    environment.getPropertySources().remove("systemEnvironment");
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(line));
    return Binder.get(environment)
        .bindOrCreate(
            "bastide",
            Bindable.of(Settings.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
  }
}
