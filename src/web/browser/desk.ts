// The page of a story follows what its editor saves.
const shown = document.getElementById('desk')?.dataset.version;
const changes = new EventSource('/changes');
changes.addEventListener('version', ({ data }) => {
  if (data === shown) return;
  changes.close();
  location.reload();
});
