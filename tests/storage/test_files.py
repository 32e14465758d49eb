"""Bytes by their hash: in a folder, and in a storage that speaks S3."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from storage.files import FileMissing, FileStore

PICTURE = b"\xff\xd8 a picture"
HASH = hashlib.sha256(PICTURE).hexdigest()
BUCKET = "r4-media"


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """Run a storage that speaks S3, with our bucket; yield its address."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    keys = {"aws_access_key_id": "key", "aws_secret_access_key": "secret"}
    client = boto3.client("s3", endpoint_url=address, region_name="us-east-1", **keys)
    client.create_bucket(Bucket=BUCKET)
    yield address
    server.stop()


@pytest.fixture(params=["folder", "s3"])
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "folder":
        return str(tmp_path / "media")
    endpoint = request.getfixturevalue("s3_server")
    environment = {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ALLOW_HTTP": "true",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return f"s3://{BUCKET}/photos"


async def test_what_is_kept_is_found_by_its_hash(url: str) -> None:
    assert await FileStore(url).keep(PICTURE) == HASH
    assert await FileStore(url).keep(PICTURE) == HASH

    assert await FileStore(url).content(HASH) == PICTURE


async def test_what_was_never_kept_is_missing(url: str) -> None:
    with pytest.raises(FileMissing):
        await FileStore(url).content("0" * 64)


async def test_a_folder_holds_one_file_for_the_same_bytes(tmp_path: Path) -> None:
    files = FileStore(str(tmp_path))
    await files.keep(PICTURE)
    await files.keep(PICTURE)

    assert _names(tmp_path) == [HASH]


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]
