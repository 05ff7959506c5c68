//! Packing a file while it is sent: each part is read, hashed, packed and handed on before the next one is touched.

use super::{
    Dossier,
    index::Index,
    parts::{Part, Source},
};
use crate::{core::Core, error::Error, media};
use bytes::Bytes;
use futures::{Stream, stream};
use huiyin_domain::moment::Moment;
use std::{
    collections::VecDeque,
    io::{self, ErrorKind, Write},
    mem,
    sync::{Arc, Mutex, PoisonError},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions, write::StreamWriter};

/// What has been packed and not been sent yet.
#[derive(Clone, Default)]
struct Out(Arc<Mutex<Vec<u8>>>);

impl Out {
    fn take(&self) -> Bytes {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner)).into()
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Packing {
    core: Arc<Core>,
    file: Dossier,
    left: VecDeque<Part>,
    index: Index,
    out: Out,
    /// None once it is finished.
    zip: Option<ZipWriter<StreamWriter<Out>>>,
}

/// The bytes, as they come.
pub(super) fn packed(core: Arc<Core>, mut file: Dossier) -> impl Stream<Item = io::Result<Bytes>> + Send {
    let left = mem::take(&mut file.parts).into();
    let out = Out::default();
    let zip = Some(ZipWriter::new_stream(out.clone()));
    stream::try_unfold(Packing { core, file, left, index: Index::default(), out, zip }, |mut packing| async move {
        packing.step().await.map(|bytes| bytes.map(|bytes| (bytes, packing))).map_err(|error| {
            // The answer has begun: all that is left is to break it off, so that nobody takes half a file for a whole one.
            tracing::error!(%error, "a case's file could not be packed");
            io::Error::other("the file could not be packed")
        })
    })
}

impl Packing {
    /// The next piece; none at the end.
    async fn step(&mut self) -> Result<Option<Bytes>, Error> {
        let Some(part) = self.left.pop_front() else { return self.finish() };
        match bytes_of(&self.core, &part.from).await? {
            Some(bytes) => {
                self.put(&part.path, &bytes)?;
                self.index.add(&part.path, &part.what, &bytes);
            }
            None => self.index.missing(&part.path, &part.what),
        }
        Ok(Some(self.out.take()))
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let Some(zip) = &mut self.zip else { return Ok(()) };
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(packed_at(self.file.at))
            .unix_permissions(0o644);
        zip.start_file(path, options).map_err(Error::internal)?;
        zip.write_all(bytes).map_err(Error::internal)
    }

    fn finish(&mut self) -> Result<Option<Bytes>, Error> {
        if self.zip.is_none() {
            return Ok(None);
        }
        let (sums, csv, html) = (self.index.sums(), self.index.csv(), self.index.html(&self.file, self.file.language));
        self.put("index.csv", &csv)?;
        self.put("index.html", html.as_bytes())?;
        self.put("SHA256SUMS", sums.as_bytes())?;
        if let Some(zip) = self.zip.take() {
            zip.finish().map_err(Error::internal)?;
        }
        Ok(Some(self.out.take()))
    }
}

/// A part's bytes; none if a photo has not arrived.
async fn bytes_of(core: &Core, from: &Source) -> Result<Option<Vec<u8>>, Error> {
    match from {
        Source::Here(bytes) => Ok(Some(bytes.clone())),
        Source::Shown(photo) => media::version(core, photo, media::Size::Shown).await,
        Source::Original(photo) => match tokio::fs::read(core.media.original(photo)).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::internal(error)),
        },
    }
}

/// The wall clock in Shanghai; a ZIP knows no zones.
fn packed_at(at: Moment) -> DateTime {
    let at = at.in_shanghai();
    let year = u16::try_from(at.year()).unwrap_or(1980);
    DateTime::from_date_and_time(year, u8::from(at.month()), at.day(), at.hour(), at.minute(), at.second()).unwrap_or_default()
}
