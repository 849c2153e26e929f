package org.provdl.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page: its own below {@code web}, and of the WebJars those that {@code
 * libraries.properties} names. Each is read when it is first asked for.
 */
final class Files {

  private static final String PAGE = "index.html";
  private static final String LIBRARIES = "lib/";
  private static final String WEB_JARS = "/META-INF/resources/webjars/";

  /** Of our own files: no dots but that of the ending, so no way out of the folder. */
  private static final Pattern OWN = Pattern.compile("([a-z0-9-]+/)*[a-z0-9-]+\\.(js|css|svg)");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "js", "text/javascript;charset=utf-8",
          "mjs", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml",
          "html", "text/html;charset=utf-8");

  private final Map<String, String> libraries = libraries();
  private final String importMap = importMap(libraries);
  private final Map<String, WebFile> read = new ConcurrentHashMap<>();

  /** Only what exists is kept, so no client can fill the memory. */
  @Nullable WebFile find(String name) {
    WebFile known = read.get(name);
    if (known != null) {
      return known;
    }
    WebFile found = read(name);
    if (found != null) {
      read.put(name, found);
    }
    return found;
  }

  /**
   * Scripts are files of ours and the one import map; nothing comes from elsewhere, and nobody may
   * put the page into a frame.
   */
  String contentSecurityPolicy() {
    return ("default-src 'none'; script-src 'self' 'sha256-%s'; style-src 'self'; img-src 'self' data: blob:;"
            + " font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .formatted(Sha256.base64(importMap.getBytes(UTF_8)));
  }

  private @Nullable WebFile read(String name) {
    if (name.isEmpty()) {
      byte[] template = Objects.requireNonNull(content("web/" + PAGE), PAGE);
      String page = new String(template, UTF_8).replace("{libraries}", importMap);
      for (Map.Entry<String, String> library : libraries.entrySet()) {
        page = page.replace("{" + library.getKey() + "}", LIBRARIES + library.getValue());
      }
      return new WebFile(page.getBytes(UTF_8), mediaType(PAGE), WebFile.REVALIDATED);
    }
    String library = name.startsWith(LIBRARIES) ? name.substring(LIBRARIES.length()) : "";
    if (libraries.containsValue(library)) {
      byte[] content = Objects.requireNonNull(content(WEB_JARS + library), library);
      return new WebFile(content, mediaType(name), WebFile.IMMUTABLE);
    }
    byte[] content = OWN.matcher(name).matches() ? content("web/" + name) : null;
    return content == null ? null : new WebFile(content, mediaType(name), WebFile.REVALIDATED);
  }

  private static String mediaType(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return Objects.requireNonNull(MEDIA_TYPES.get(ending), name);
  }

  private static byte @Nullable [] content(String resource) {
    try (InputStream file = Files.class.getResourceAsStream(resource)) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> libraries() {
    byte[] content = Objects.requireNonNull(content("libraries.properties"));
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(content, UTF_8)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, String> libraries = new TreeMap<>();
    properties.stringPropertyNames().forEach(it -> libraries.put(it, properties.getProperty(it)));
    return libraries;
  }

  private static String importMap(Map<String, String> libraries) {
    return libraries.entrySet().stream()
        .map(it -> "\"%s\":\"./%s%s\"".formatted(it.getKey(), LIBRARIES, it.getValue()))
        .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
  }
}
