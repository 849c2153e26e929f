package org.provdl.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  @TempDir private Path directory;

  @Test
  void tellsCommitBranchAndRemoteWithoutThePassword() throws Exception {
    try (Git git = repository()) {
      git.remoteAdd()
          .setName("origin")
          .setUri(new URIish("https://ada:secret@example.org/digits.git"))
          .call();
      String commit = git.getRepository().resolve("HEAD").name();
      assertThat(describe())
          .isEqualTo(new SourceCode(commit, "main", "https://example.org/digits.git", false));
    }
  }

  @Test
  void aNewFileMakesItDirty() throws Exception {
    repository().close();
    Files.writeString(directory.resolve("new.txt"), "new");
    assertThat(describe()).returns(true, SourceCode::dirty);
  }

  @Test
  void aDetachedHeadHasNoBranch() throws Exception {
    try (Git git = repository()) {
      git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
      assertThat(describe()).returns(null, SourceCode::branch);
    }
  }

  @Test
  void aRepositoryWithoutACommitTellsNothing() throws GitAPIException {
    Git.init().setDirectory(directory.toFile()).call().close();
    assertThat(find()).isNull();
  }

  @Test
  void aFolderBelowBelongsToTheRepository() throws Exception {
    repository().close();
    Path below = Files.createDirectories(directory.resolve("a/b"));
    assertThat(GitRepository.find(below)).isPresent();
  }

  @Test
  void aRemoteThatHoldsATokenElsewhereIsToldWithoutIt() throws Exception {
    try (Git git = repository()) {
      git.remoteAdd()
          .setName("origin")
          .setUri(new URIish("https://example.org/digits.git?private_token=hunter2"))
          .call();
    }
    assertThat(describe().remote()).startsWith("https://example.org").doesNotContain("hunter2");
  }

  @Test
  void theSameUncommittedCodeHasTheSameHashAndOtherCodeAnother() throws Exception {
    repository().close();
    assertThat(describe().differenceSha256()).isNull();

    String changed = afterWriting("code.txt", "changed");
    assertThat(describe().differenceSha256()).isEqualTo(changed);
    assertThat(afterWriting("code.txt", "changed again")).isNotEqualTo(changed);
    assertThat(afterWriting("code.txt", "changed")).isEqualTo(changed);
    assertThat(changed).isEqualTo(Sha256.of("code.txt\0" + Sha256.of("changed") + "\n"));
  }

  @Test
  void newDeletedAndStagedFilesAndLinksAreInTheHash() throws Exception {
    try (Git git = repository()) {
      Files.createDirectory(directory.resolve("b"));
      Files.writeString(directory.resolve("b/new.txt"), "new");
      Files.delete(directory.resolve("code.txt"));
      Files.createSymbolicLink(directory.resolve("link"), Path.of("anywhere"));
      Files.writeString(directory.resolve("\u00fc staged.txt"), "staged");
      git.add().addFilepattern("\u00fc staged.txt").call();
    }
    assertThat(describe().differenceSha256())
        .isEqualTo(
            Sha256.of(
                "b/new.txt\0"
                    + Sha256.of("new")
                    + "\ncode.txt\0absent\nlink\0"
                    + Sha256.of("anywhere")
                    + "\n\u00fc staged.txt\0"
                    + Sha256.of("staged")
                    + "\n"));
  }

  @Test
  void ignoredFilesAreNotInTheHashAndLargeOnesByTheirLengthAlone() throws Exception {
    repository().close();
    String changed = afterWriting("code.txt", "changed");
    Path excluded = directory.resolve(".git/info/exclude");
    Files.createDirectories(excluded.getParent());
    Files.writeString(excluded, "*.log\n");
    assertThat(afterWriting("a.log", "ignored")).isEqualTo(changed);

    long size = WorkingTreeDifference.MAX_FILE_LENGTH + 1;
    try (RandomAccessFile large = new RandomAccessFile(directory.resolve("d").toFile(), "rw")) {
      large.setLength(size);
    }
    assertThat(describe().differenceSha256())
        .isEqualTo(Sha256.of("code.txt\0" + Sha256.of("changed") + "\nd\0size " + size + "\n"));
  }

  private @Nullable String afterWriting(String file, String content) throws IOException {
    Files.writeString(directory.resolve(file), content);
    return describe().differenceSha256();
  }

  private SourceCode describe() {
    return Objects.requireNonNull(find());
  }

  private @Nullable SourceCode find() {
    return GitRepository.find(directory).orElseThrow().describe();
  }

  private Git repository() throws GitAPIException, IOException {
    Git git = Git.init().setInitialBranch("main").setDirectory(directory.toFile()).call();
    Files.writeString(directory.resolve("code.txt"), "code");
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setMessage("Begin")
        .setAuthor("Ada", "ada@example.org")
        .setCommitter("Ada", "ada@example.org")
        .call();
    return git;
  }
}
