//! As little of HTTP as a phone needs: one request, one answer, one connection.

use std::{io, net::SocketAddr};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
};

pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) cookie: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a [u8],
}

pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

/// Listens for pokes: the connection, once the server says that it listens.
pub(crate) async fn listen(address: SocketAddr, cookie: &str) -> io::Result<BufReader<TcpStream>> {
    let mut line = TcpStream::connect(address).await?;
    line.write_all(format!("GET /api/v1/sync/live HTTP/1.0\r\nhost: {address}\r\ncookie: {cookie}\r\n\r\n").as_bytes()).await?;
    let mut line = BufReader::new(line);
    until(&mut line, ": listening").await?;
    Ok(line)
}

/// Reads up to the line that begins so.
pub(crate) async fn until(line: &mut BufReader<TcpStream>, begins: &str) -> io::Result<()> {
    let mut text = String::new();
    while !text.starts_with(begins) {
        text.clear();
        if line.read_line(&mut text).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    Ok(())
}

/// By HTTP/1.0, so that the answer ends with its connection.
pub(crate) async fn ask(address: SocketAddr, asked: &Asked<'_>) -> io::Result<Told> {
    let mut line = TcpStream::connect(address).await?;
    let Asked { method, path, cookie, kind, body } = asked;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.0\r\nhost: {address}\r\ncookie: {cookie}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
    );
    line.write_all(&[head.as_bytes(), body].concat()).await?;
    let mut answer = Vec::new();
    line.read_to_end(&mut answer).await?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").ok_or(io::ErrorKind::UnexpectedEof)?;
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|text| text.parse().ok()).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Told { status, head, body: answer[end + 4..].to_vec() })
}
